import { civilDate, instant, startOfDay, type CivilDate } from '@lianban/domain/civil-date';
import { dueOf } from '@lianban/domain/due';
import { rules, termsFor } from '@lianban/domain/rules';
import type { ClockRow } from '@lianban/db/queries/case-page';
import { publishedCalendar as calendar } from '@lianban/workflows/testing/scenario';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockViews } from './clock.ts';

const day = civilDate;
const title = { zh: '样品检验', en: 'Testing of samples' };
const terms = termsFor({ keys: ['permit.decide'], province: 'CQ', item: 'x', on: day('2026-04-28'), rules });

/** 20 working days from 28 April, as the record would hold it. */
function clock(
  spans: readonly (readonly [from: string, to: string | null])[],
  stoppedOn: string | null = null,
): ClockRow {
  const ask = {
    ...{ key: 'clock:decision', limit: { workingDays: 20 }, extensions: [], startOn: day('2026-04-28') },
    startAt: startOfDay(day('2026-04-28')),
    spans: spans.map(([from, to]) => ({
      ...({ from: day(from), to: to === null ? null : day(to), kind: 'excluded', reason: 'testing' } as const),
    })),
  };
  const due = dueOf(ask, calendar);
  return {
    ...{ startedVersion: 1, name: 'decision', rule: 'permit.decide', limit: ask.limit, startOn: ask.startOn },
    ...{ dueOn: due.on, dueAt: due.at, provisional: due.provisional, why: due.why },
    stoppedOn: stoppedOn === null ? null : day(stoppedOn),
    spans: ask.spans.map((span, at) => ({ ...span, title, openedVersion: at + 2, closedVersion: null })),
  };
}
function view(row: ClockRow, today: CivilDate) {
  const asOf = { today, now: startOfDay(today), calendar };
  const [shown] = clockViews({ terms, clocks: [row], lengthenings: [], papersOf: () => [], actOf: () => null, asOf });
  if (shown === undefined) throw new Error('no clock');
  return shown;
}

describe('a statutory clock', () => {
  test('is drawn as what ran, what was not counted, and what is ahead', () => {
    const shown = view(clock([['2026-05-13', '2026-06-22']]), day('2026-06-30'));
    expect(shown).toMatchObject({ totalWorkingDays: 20, consumed: 14, remaining: 6, running: true });
    expect(shown.segments.map(({ kind, from, to, workingDays }) => [kind, from, to, workingDays])).toEqual([
      ['running', '2026-04-29', '2026-05-12', 8],
      ['excluded', '2026-05-13', '2026-06-22', 28],
      ['running', '2026-06-23', '2026-06-30', 6],
      ['ahead', '2026-07-01', '2026-07-08', 6],
    ]);
    expect(shown.deadline).toMatchObject({ on: '2026-07-08', workingDaysLeft: 6, light: 'green' });
    expect(shown.deadline.why).toMatchObject({
      ...{ mark: 'law', basis: { zh: '行政许可法第四十二条' }, spans: [{ title }], excludedWorkingDays: 28 },
      holidays: expect.arrayContaining([{ on: '2026-05-01', name: { zh: '劳动节', en: 'Labour Day' } }]) as unknown,
    });
  });

  test('whose last day a served document names has left the days until then, as its bar shows', () => {
    const counted = clock([]);
    const on = day('2026-07-08');
    const kept = { on, countedTo: counted.dueOn ?? on, after: 1, ground: 'printed' } as const;
    const dueAt = startOfDay(day('2026-07-09'));
    const why = counted.why === null ? null : { ...counted.why, kept };
    const shown = view({ ...counted, dueOn: on, dueAt, why }, day('2026-06-30'));
    expect(shown).toMatchObject({ totalWorkingDays: 20, consumed: 42, remaining: 6, deadline: { workingDaysLeft: 6 } });
    expect(shown.segments.at(-1)).toMatchObject({ kind: 'ahead', workingDays: 6 });
  });

  test('that stands still has no last day, and a stretch whose end nobody knows', () => {
    const shown = view(clock([['2026-05-13', null]]), day('2026-05-20'));
    expect(shown).toMatchObject({ consumed: 8, remaining: 12, running: false });
    expect(shown.deadline).toMatchObject({ on: null, light: null, clockStopped: true });
    expect(shown.segments.at(-1)).toMatchObject({ kind: 'excluded', from: '2026-05-13', to: null, workingDays: 6 });
  });

  test('that has stopped is neither near its end nor past it', () => {
    const shown = view(clock([], '2026-05-08'), day('2026-09-01'));
    expect(shown).toMatchObject({ stoppedOn: '2026-05-08', running: false, consumed: 5, remaining: 15 });
    expect(shown.deadline).toMatchObject({ light: null, workingDaysLeft: null });
    expect(shown.segments).toMatchObject([{ kind: 'running', to: '2026-05-08', workingDays: 5 }]);
  });

  test('has segments without gaps, whose running days are those consumed and whose days ahead are those left', () => {
    const april = Date.parse('2026-04-29');
    const dayAfter = (days: number) => instant(april + days * 86_400_000).slice(0, 10);
    fc.assert(
      fc.property(fc.nat(60), fc.nat(20), fc.nat(80), (from, length, now) => {
        const row = clock([[dayAfter(from), dayAfter(from + length)]]);
        const { segments, consumed, remaining } = view(row, day(dayAfter(now)));
        const days = (kind: string) =>
          segments.reduce((sum, segment) => sum + (segment.kind === kind ? segment.workingDays : 0), 0);
        expect(days('running')).toBe(consumed);
        expect(days('ahead')).toBe(Math.max(0, remaining ?? 0));
        for (const [at, segment] of segments.entries())
          expect(segment.from).toBe(at === 0 ? '2026-04-29' : dayAfterOf(segments[at - 1]?.to ?? ''));
      }),
      { numRuns: 1000 },
    );
  });
});

const dayAfterOf = (on: string): string => new Date(Date.parse(on) + 86_400_000).toISOString().slice(0, 10);
