import { addDays, civilDateOf } from '@lianban/domain/civil-date';
import { text } from '@lianban/domain/text';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Family, type Member } from '../testing/family.ts';
import { openingInput } from '../testing/ledger.ts';
import { madeUpSteps } from '../testing/made-up.ts';
import { morningOf, publishedCalendar } from '../testing/scenario.ts';
import { procedure, type AnyProcedure } from '../vocabulary/procedure.ts';
import type { Proceeding } from '../vocabulary/proceeding.ts';
import type { Entry } from './entry.ts';
import { foldLedger } from './fold.ts';

const nothing = text('', '');
const at = morningOf('2026-03-02');

const named = (id: string, flow: (p: Proceeding<typeof madeUpSteps>) => Promise<never>): AnyProcedure =>
  procedure({
    ...{ id, edition: '2026-01', title: nothing, series: '试', basis: [], steps: madeUpSteps, clockRules: [] },
    endings: { over: nothing, done: nothing, discontinued: nothing },
    flow,
  });

/** Asks beside other work, reminds after silence, asks anew, and takes another opinion while it goes on. */
const asking = named('asking', async (p) => {
  p.offer('right', async () => p.close('over'));
  await p.inParallel({
    x: async () => {
      const first = await p.step('limitedAsking', { share: { n: '1' } });
      if (first.outcome === 'lapsed') await p.step('reminding');
      p.offer('asking', async () => void (await p.step('c')));
    },
    y: () => p.within('a', {}, () => p.step('asking', { share: { n: '2' } })),
  });
  await p.step('b');
  return p.close('done');
});
/** Answers twice, and goes on alone once it has begun. */
const answering = named('made-up', async (p) => {
  await p.step('a');
  p.reply('done', { found: 'a little' });
  if (p.opening.letter?.matter['n'] === '2') p.outlive();
  await p.step('b');
  p.reply('other', { found: 'more' });
  return p.close('done');
});

async function randomFamily(choices: readonly number[]): Promise<Family> {
  const family = new Family({
    calendar: publishedCalendar,
    procedureOf: () => answering,
    openingOf: () => openingInput(at).opening,
  });
  await family.open(asking, at);
  let today = civilDateOf(at);
  for (const choice of choices) {
    const acts = family.living.flatMap((member) =>
      member.life.duties().map(({ key, step }) => ({ member, key, step })),
    );
    const act = acts[choice % acts.length];
    if (act === undefined) break;
    if (choice % 7 === 0) {
      today = addDays(today, choice % 5);
      await family.goTo(morningOf(today));
      continue;
    }
    await act.member.life.answerDuty(act.key, act.step, choice % 3 === 0 ? 'other' : 'done').catch(() => undefined);
    await family.settle();
  }
  return family;
}

type LetterEntry = Extract<Entry, { type: 'letter' }>;

const entriesOf = ({ life }: Member): readonly Entry[] => life.turns.flatMap(({ entries }) => entries);

const lettersOf = (member: Member): readonly LetterEntry[] =>
  entriesOf(member).flatMap((entry) => (entry.type === 'letter' ? [entry] : []));

test('letters are numbered without a gap, recalled once at most and never while something waits, and read again the same', async () => {
  let [recalled, outlived, taken, kept] = [0, 0, 0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: 10_000 }), { minLength: 5, maxLength: 60 }), async (choices) => {
      const family = await randomFamily(choices);
      for (const member of family.members) {
        const { id, life, procedure: own, asked } = member;
        const kernel = await foldLedger(
          own,
          life.turns.map(({ row }) => row),
        );
        expect(kernel.closed).toBe(life.closed);
        const letters = lettersOf(member);
        expect(letters.map(({ sequence }) => sequence)).toEqual(letters.map((_, index) => index + 1));
        const recalls = letters.flatMap((one) => (one.kind === 'recall' ? [one.regards] : []));
        expect(new Set(recalls).size).toBe(recalls.length);
        recalled += recalls.length;
        for (const one of letters)
          if (one.kind === 'request')
            expect(family.members.some((other) => other.id === `${id} letter ${one.sequence}`)).toBe(true);
        if (asked === undefined) continue;
        const { life: there } = family.members.find((other) => other.id === asked.id) ?? member;
        const isRecalled = there.turns.some(({ entries }) =>
          entries.some(
            (entry) => entry.type === 'letter' && entry.kind === 'recall' && entry.regards === asked.sequence,
          ),
        );
        if (!isRecalled && there.closed !== null) expect(life.closed).toBe('done');
        if (entriesOf(member).some((entry) => entry.type === 'parentEnded' && entry.goesOn)) outlived += 1;
        if (family.told.get(id) === true) taken += 1;
        if (family.told.get(id) === false) kept += 1;
      }
    }),
    { numRuns: 150 },
  );
  expect(Math.min(recalled, outlived, taken, kept)).toBeGreaterThan(0);
});
