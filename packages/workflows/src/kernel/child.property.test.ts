import { addDays, civilDateOf, instant } from '@lianban/domain/civil-date';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Family } from '../testing/family.ts';
import { openingInput } from '../testing/ledger.ts';
import { madeUpSteps } from '../testing/made-up.ts';
import { morningOf, publishedCalendar } from '../testing/scenario.ts';
import { procedure, type AnyProcedure } from '../vocabulary/procedure.ts';
import type { Proceeding } from '../vocabulary/proceeding.ts';
import { text } from '@lianban/domain/text';
import { foldLedger } from './fold.ts';

const nothing = text('', '');
const DAY = '2026-03-02';
const at = morningOf(DAY);

const named = (id: string, flow: (p: Proceeding<typeof madeUpSteps>) => Promise<never>): AnyProcedure =>
  procedure({
    ...{ id, edition: '2026-01', title: nothing, series: '试', basis: [], steps: madeUpSteps, clockRules: [] },
    endings: { over: nothing, done: nothing, discontinued: nothing },
    flow,
  });

/** Two children beside each other and beside a limit, one more after them, and a right that ends the case at any time. */
const grandparent = named('grandparent', async (p) => {
  p.offer('right', async () => p.close('over'));
  await p.within('limited', {}, () =>
    p.inParallel({ x: () => p.child('other', { n: '1' }), y: () => p.child('other', { n: '2' }) }),
  );
  await p.child('limitedChild', { n: '3' });
  return p.close('done');
});
/** A child that has one of its own, and that goes on alone once it has begun. */
const middle = named('made-up', async (p) => {
  if (p.opening.childOf?.matter['n'] === undefined) {
    await p.step('a');
    return p.close('done', { found: 'something' });
  }
  p.offer('right', async () => p.close('done', { found: 'early' }));
  await p.step('a');
  p.outlive();
  await p.child('other', {});
  await p.step('b');
  return p.close('done', { found: 'something' });
});

async function randomFamily(choices: readonly number[]): Promise<Family> {
  const family = new Family({
    calendar: publishedCalendar,
    procedureOf: () => middle,
    openingOf: () => openingInput(at).opening,
  });
  await family.open(grandparent, at);
  let today = civilDateOf(at);
  for (const choice of choices) {
    const acts = family.living.flatMap((member) =>
      member.life
        .duties()
        .filter(({ step }) => madeUpSteps[step as keyof typeof madeUpSteps]?.['child' as never] === undefined)
        .map(({ key, step }) => ({ member, key, step })),
    );
    if (acts.length === 0) break;
    const act = acts[choice % acts.length];
    if (choice % 7 === 0 || act === undefined) {
      today = addDays(today, choice % 5);
      await family.goTo(instant(Date.parse(morningOf(today))));
      continue;
    }
    await act.member.life.answerDuty(act.key, act.step, 'done');
    await family.settle();
  }
  return family;
}

test('every child is opened once, told of once at most, released exactly when it is not awaited, and read again the same', async () => {
  let [released, outlived, reported] = [0, 0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: 10_000 }), { minLength: 5, maxLength: 60 }), async (choices) => {
      const family = await randomFamily(choices);
      const ids = family.members.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { id, life, procedure: own, childOf } of family.members) {
        const kernel = await foldLedger(
          own,
          life.turns.map(({ row }) => row),
        );
        expect(kernel.closed).toBe(life.closed);
        const entries = life.turns.flatMap((turn) => turn.entries);
        const opened = entries.flatMap((entry) => (entry.type === 'childOpened' ? [entry.key] : []));
        const awaited = kernel.openDuties().flatMap(({ key, spec }) => (spec.child === undefined ? [] : [key]));
        const letGo = entries.flatMap((entry) => (entry.type === 'childReleased' ? [entry.key] : []));
        const settled = entries.flatMap((entry) =>
          entry.type === 'settled' && opened.includes(entry.key) ? [entry.key] : [],
        );
        expect([...awaited, ...letGo, ...settled].sort()).toEqual([...opened].sort());
        for (const key of opened) expect(ids).toContain(`${id} ${key}`);
        if (childOf === null) continue;
        const parent = family.members.find((member) => member.id === childOf.id);
        const waits = parent?.life.duties().some(({ key }) => key === childOf.duty);
        const goesOn = entries.some((entry) => entry.type === 'parentEnded' && entry.goesOn);
        if (waits === true) expect(life.closed).toBeNull();
        else expect(life.closed !== null || goesOn || !hasReleased(parent?.life, childOf.duty)).toBe(true);
        if (life.closed === 'discontinued') released += 1;
        if (goesOn) outlived += 1;
        if (family.told.get(id) === true) reported += 1;
      }
    }),
    { numRuns: 150 },
  );
  expect(Math.min(released, outlived, reported)).toBeGreaterThan(0);
});

const hasReleased = (life: Family['members'][number]['life'] | undefined, duty: string): boolean =>
  life?.turns.some(({ entries }) => entries.some((entry) => entry.type === 'childReleased' && entry.key === duty)) ??
  false;
