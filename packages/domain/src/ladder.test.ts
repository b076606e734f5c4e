import { expect, test } from 'vitest';
import { civilDate, type CivilDate } from './civil-date.ts';
import { dueOf } from './due.ts';
import { rungsOf, type LadderKind } from './ladder.ts';
import type { Limit } from './limit.ts';
import { askOf, published, spanOf } from './testing/arbitraries.ts';

const day = civilDate;

/** The first rungs as `<rung><number> <day>`, and who is told. */
function ladderOf(
  kind: LadderKind,
  startOn: CivilDate,
  limit: Limit,
  spans: readonly (readonly [string, string])[] = [],
): readonly string[] {
  const ask = askOf(startOn, limit, { spans: spans.map(([from, to]) => spanOf(day(from), day(to))) });
  const { on, at, why } = dueOf(ask, published);
  if (on === null || at === null) throw new Error('the clock stands still');
  const rungs: string[] = [];
  for (const rung of rungsOf({ kind, ...why, dueOn: on, dueAt: at }, published)) {
    rungs.push(`${rung.rung}${rung.number} ${rung.on} ${rung.tells.join(' ')}`);
    if (rungs.length === 5) break;
  }
  return rungs;
}

test('twenty working days over 国庆: half, three left, one left, the last day, and every five working days', () => {
  expect(ladderOf('agency', day('2026-09-18'), { workingDays: 20 })).toEqual([
    'reminder1 2026-10-09 owner',
    'yellow1 2026-10-19 owner SEC',
    'orange1 2026-10-21 owner SEC DL',
    'red1 2026-10-22 owner SEC DL HEAD SUP',
    'red2 2026-10-29 owner SEC DL HEAD SUP',
  ]);
});

test('days that the clock did not count are no part of the half that is used', () => {
  const spans = [['2026-05-13', '2026-06-22']] as const;
  expect(ladderOf('agency', day('2026-04-28'), { workingDays: 20 }, spans).slice(0, 2)).toEqual([
    'reminder1 2026-06-24 owner',
    'yellow1 2026-07-03 owner SEC',
  ]);
});

test('a limit of five working days has no reminder at half, because the yellow card comes first', () => {
  expect(ladderOf('agency', day('2026-06-22'), { workingDays: 5 }).map((rung) => rung.slice(0, 18))).toEqual([
    'yellow1 2026-06-24',
    'orange1 2026-06-26',
    'red1 2026-06-29 ow',
    'red2 2026-07-06 ow',
    'red3 2026-07-13 ow',
  ]);
});

test('where silence has an effect of its own there is no red card', () => {
  expect(ladderOf('deemed', day('2026-06-22'), { workingDays: 3 })).toEqual(['reminder1 2026-06-24 owner']);
});

test('on the spot is reminded of on the day itself', () => {
  expect(ladderOf('agency', day('2026-06-22'), { onTheSpot: true }).slice(0, 2)).toEqual([
    'reminder1 2026-06-22 owner',
    'red1 2026-06-22 owner SEC DL HEAD SUP',
  ]);
});

test('a given last day that is a rest day keeps its red card, and what comes before moves to working days', () => {
  expect(ladderOf('agency', day('2026-02-10'), { until: day('2026-02-18') }).slice(0, 3)).toEqual([
    'yellow1 2026-02-11 owner SEC',
    'orange1 2026-02-13 owner SEC DL',
    'red1 2026-02-18 owner SEC DL HEAD SUP',
  ]);
});

test('an applicant is reminded three working days before, one before a short limit ends', () => {
  expect(ladderOf('applicant', day('2026-06-22'), { workingDays: 10 })).toEqual(['reminder1 2026-07-01 owner']);
  expect(ladderOf('applicant', day('2026-06-22'), { workingDays: 3 })).toEqual(['reminder1 2026-06-24 owner']);
});
