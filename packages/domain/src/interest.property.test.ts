import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths } from './civil-date.ts';
import { conflictOf, interestKinds, type Tie } from './interest.ts';
import { someDay } from './testing/arbitraries.ts';

const runs = { numRuns: 1000 };
const years = fc.integer({ min: 0, max: 10 });
const kind = fc.constantFrom(...interestKinds);
const maybe = fc.option(someDay);
const tie: fc.Arbitrary<Tie> = fc.record({ kind, since: maybe, until: maybe });
const ties = fc.array(tie, { maxLength: 6 });
const state = fc.constantFrom('asked' as const, 'confirmed' as const, 'declined' as const, null);

test('nobody without a relation has a conflict, and a request to be left out is one until it is declined', () => {
  fc.assert(
    fc.property(someDay, years, state, (on, coolingOffYears, recusal) => {
      const expected = recusal === 'asked' || recusal === 'confirmed' ? 'recused' : null;
      expect(conflictOf({ ties: [], recusal }, { on, coolingOffYears })).toBe(expected);
    }),
    runs,
  );
});

test('the order of the relations makes no difference, and one more never lifts a conflict', () => {
  fc.assert(
    fc.property(ties, tie, someDay, years, (some, more, on, coolingOffYears) => {
      const told = conflictOf({ ties: some, recusal: null }, { on, coolingOffYears });
      expect(conflictOf({ ties: [...some].reverse(), recusal: null }, { on, coolingOffYears })).toBe(told);
      if (told !== null)
        expect(conflictOf({ ties: [...some, more], recusal: null }, { on, coolingOffYears })).not.toBeNull();
    }),
    runs,
  );
});

test('former work or agency binds to the last day of the cooling-off, everything else to its own last day', () => {
  fc.assert(
    fc.property(kind, someDay, years, (of, until, coolingOffYears) => {
      const relations = { ties: [{ kind: of, since: null, until }], recusal: null };
      const cools = of === 'employment' || of === 'agentPost';
      const last = cools ? addMonths(until, 12 * coolingOffYears) : until;
      expect(conflictOf(relations, { on: last, coolingOffYears })).toBe(of);
      expect(conflictOf(relations, { on: addDays(last, 1), coolingOffYears })).toBeNull();
    }),
    runs,
  );
});

test('a relation binds from its first day', () => {
  fc.assert(
    fc.property(kind, someDay, (of, since) => {
      const relations = { ties: [{ kind: of, since, until: null }], recusal: null };
      expect(conflictOf(relations, { on: since, coolingOffYears: 3 })).toBe(of);
      expect(conflictOf(relations, { on: addDays(since, -1), coolingOffYears: 3 })).toBeNull();
    }),
    runs,
  );
});
