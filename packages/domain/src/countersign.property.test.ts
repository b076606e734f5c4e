import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signableNow, verdictOf, type Signature, type SigningRule, type Verdict } from './countersign.ts';

const rule: fc.Arbitrary<SigningRule> = fc.oneof(
  fc.constantFrom<SigningRule>({ kind: 'all' }, { kind: 'any' }, { kind: 'inOrder' }),
  fc.integer({ min: 1, max: 100 }).map((percent): SigningRule => ({ kind: 'ratio', percent })),
);
const verdict = fc.constantFrom<Verdict | null>('agree', 'disagree', null);
const sheet: fc.Arbitrary<readonly Signature[]> = fc
  .array(fc.record({ verdict, isAdded: fc.boolean() }), { minLength: 1, maxLength: 7 })
  .map((signatures) => signatures.map((signature, at) => ({ ...signature, position: at + 1 })));

const given = (signatures: readonly Signature[], at: number, said: Verdict): readonly Signature[] =>
  signatures.map((signature, index) => (index === at ? { ...signature, verdict: said } : signature));

/** Everybody signs what they have in mind when it is their turn, `choices` saying who of those who may comes first. */
function signedInTurn(rule: SigningRule, minds: readonly Verdict[], choices: readonly number[]) {
  let signatures: readonly Signature[] = minds.map((_, at) => ({ position: at + 1, verdict: null, isAdded: false }));
  for (const choice of choices) {
    const now = signableNow(rule, signatures);
    const next = now[choice % Math.max(now.length, 1)];
    if (next === undefined) break;
    signatures = given(signatures, next.position - 1, minds[next.position - 1] ?? 'agree');
  }
  return verdictOf(rule, signatures);
}

test('who signs first never matters, although signing ends as soon as it is decided', () => {
  const minds = fc.array(fc.constantFrom<Verdict>('agree', 'disagree'), { minLength: 1, maxLength: 7 });
  const choices = fc.array(fc.nat(), { minLength: 7, maxLength: 7 });
  fc.assert(
    fc.property(rule, minds, choices, choices, (by, all, one, other) => {
      const outcome = signedInTurn(by, all, one);
      expect(outcome).not.toBe('waiting');
      expect(signedInTurn(by, all, other)).toBe(outcome);
    }),
  );
});

test('the order in which signatures stand never matters to what they amount to', () => {
  const shuffled = sheet.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length })),
  );
  fc.assert(
    fc.property(rule, shuffled, (by, [all, other]) => {
      expect(verdictOf(by, other)).toBe(verdictOf(by, all));
    }),
  );
});

test('what is decided stays decided, whatever those say who have not signed', () => {
  const late = fc.array(fc.constantFrom<Verdict>('agree', 'disagree'), { minLength: 7, maxLength: 7 });
  fc.assert(
    fc.property(rule, sheet, late, (by, all, minds) => {
      const before = verdictOf(by, all);
      if (before === 'waiting') return;
      const after = all.map((one, at) => ({ ...one, verdict: one.verdict ?? minds[at] ?? 'agree' }));
      expect(verdictOf(by, after)).toBe(before);
    }),
  );
});

test('one more agreement never refuses, and one more disagreement never agrees', () => {
  const rank = { refused: 0, waiting: 1, agreed: 2 } as const;
  fc.assert(
    fc.property(rule, sheet, fc.nat(), (by, all, seed) => {
      const at = seed % all.length;
      const [agree, disagree] = [given(all, at, 'agree'), given(all, at, 'disagree')];
      expect(rank[verdictOf(by, agree)]).toBeGreaterThanOrEqual(rank[verdictOf(by, disagree)]);
      if (all[at]?.verdict === null) {
        expect(rank[verdictOf(by, agree)]).toBeGreaterThanOrEqual(rank[verdictOf(by, all)]);
        expect(rank[verdictOf(by, disagree)]).toBeLessThanOrEqual(rank[verdictOf(by, all)]);
      }
    }),
  );
});

test('while it waits somebody may sign, and both ends are possible still', () => {
  fc.assert(
    fc.property(rule, sheet, (by, all) => {
      const now = signableNow(by, all);
      expect(now.length > 0).toBe(verdictOf(by, all) === 'waiting');
      if (now.length === 0) return;
      expect(now.every((one) => one.verdict === null)).toBe(true);
      const ended = (said: Verdict) =>
        verdictOf(
          by,
          all.map((one) => ({ ...one, verdict: one.verdict ?? said })),
        );
      expect([ended('agree'), ended('disagree')]).toEqual(['agreed', 'refused']);
    }),
  );
});

test('a ratio of everybody is all, the smallest is any, and half of three are two', () => {
  fc.assert(
    fc.property(sheet, (all) => {
      expect(verdictOf({ kind: 'ratio', percent: 100 }, all)).toBe(verdictOf({ kind: 'all' }, all));
      expect(verdictOf({ kind: 'ratio', percent: 1 }, all)).toBe(verdictOf({ kind: 'any' }, all));
      expect(verdictOf({ kind: 'inOrder' }, all)).toBe(verdictOf({ kind: 'all' }, all));
    }),
  );
  const of = (...verdicts: (Verdict | null)[]): readonly Signature[] =>
    verdicts.map((said, at) => ({ position: at + 1, verdict: said, isAdded: false }));
  expect(verdictOf({ kind: 'ratio', percent: 50 }, of('agree', null, null))).toBe('waiting');
  expect(verdictOf({ kind: 'ratio', percent: 50 }, of('agree', 'agree', null))).toBe('agreed');
  expect(verdictOf({ kind: 'ratio', percent: 50 }, of('disagree', 'disagree', null))).toBe('refused');
});

test('an added signature is needed even where any one of those named is enough', () => {
  const named: Signature = { position: 1, verdict: 'agree', isAdded: false };
  const added = (said: Verdict | null): Signature => ({ position: 2, verdict: said, isAdded: true });
  expect(verdictOf({ kind: 'any' }, [named, added(null)])).toBe('waiting');
  expect(verdictOf({ kind: 'any' }, [named, added('agree')])).toBe('agreed');
  expect(verdictOf({ kind: 'any' }, [named, added('disagree')])).toBe('refused');
});

test('in order only the first who is missing may sign', () => {
  const at = (position: number, said: Verdict | null): Signature => ({ position, verdict: said, isAdded: false });
  const sheetOf = [at(3, null), at(1, 'agree'), at(2, null)];
  expect(signableNow({ kind: 'inOrder' }, sheetOf).map(({ position }) => position)).toEqual([2]);
  expect(signableNow({ kind: 'all' }, sheetOf).map(({ position }) => position)).toEqual([2, 3]);
});
