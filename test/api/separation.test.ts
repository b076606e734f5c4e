import { randomUUID } from 'node:crypto';
import { select } from '@lianban/db/queryable';
import type { ErrorCode } from '@lianban/domain/error';
import type { InvolvementKind } from '@lianban/domain/involvement';
import { separationRules, type SeparationKey } from '@lianban/domain/separation';
import { apart, barredBy } from '@lianban/workflows/procedures/separation';
import { procedures } from '@lianban/workflows/procedures/registry';
import type { StepSpec } from '@lianban/workflows/vocabulary/step';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { callers, type Callers } from '../support/caller.ts';
import {
  bind,
  holdBy,
  idOf,
  inPostOf,
  partedCase,
  postOf,
  seat,
  whileStandingIn,
  type Before,
  type OpenDuty,
  type Parted,
} from './separation/hands.ts';

let api: Callers;
beforeAll(async () => {
  api = await callers();
  await seat(api);
});
afterAll(() => api.close());
beforeEach(() => select(api.pool, { text: 'DELETE FROM interest WHERE person_id = $1', values: [idOf('tried')] }));

/** In which ways a step can come into somebody's hand; what colleagues can ask of each other is enumerated by the domain. */
type Hand = 'claim' | 'answer' | 'batch' | 'keptAnswer' | 'deputy' | 'principal' | 'addedSignature' | InvolvementKind;

/** What is said of a try: nothing, or the refusal. */
type Said = 'allowed' | ErrorCode;

const saidOf = (call: Promise<unknown>): Promise<Said> =>
  call.then(
    () => 'allowed',
    (failure: unknown) => {
      const { cause } = failure as { cause?: { code?: ErrorCode } }; // as every route refuses
      if (cause?.code === undefined) throw failure;
      return cause.code;
    },
  );

const specOf = ({ procedure, then }: Parted): StepSpec => procedure.steps[then] as StepSpec; // enumerated from it
const outcomeOf = (parted: Parted): string => Object.keys(specOf(parted).outcomes)[0] ?? '';
const rule = { kind: 'all' } as const;

interface Try {
  readonly parted: Parted;
  readonly at: OpenDuty;
}

const request = ({ at: { caseId, duty } }: Try) => ({ caseId, duty, requestId: randomUUID() });
const answerOf = (one: Try) => ({ ...request(one), outcome: outcomeOf(one.parted), form: {} });

/** The holder of the step asks the one who is tried for something. */
const asked =
  (kind: 'delegate' | 'assist' | 'sign' | 'copy') =>
  async (one: Try): Promise<Said> => {
    await holdBy(api, one.at);
    const holder = await inPostOf(api, 'holder', one.at.role);
    return saidOf(holder.involvement.ask({ ...request(one), kind, posts: [postOf('tried', one.at.role)] }));
  };

/** The holder sends a draft round. */
async function countersigned(one: Try, player: 'tried' | 'signatory'): Promise<Said> {
  await holdBy(api, one.at);
  const holder = await inPostOf(api, 'holder', one.at.role);
  const sheet = {
    ...request(one),
    posts: [postOf(player, one.at.role)],
    rule,
    outcome: outcomeOf(one.parted),
    opinion: '拟同意',
  };
  return saidOf(holder.involvement.countersign(sheet));
}

/** Tries to bring the step into the hand of one person, each in the way that the console has for it. */
const hands: Readonly<Record<Hand, (one: Try) => Promise<Said>>> = {
  claim: async (one) => saidOf((await inPostOf(api, 'tried', one.at.role)).duty.claim(one.at)),
  answer: async (one) => saidOf((await inPostOf(api, 'tried', one.at.role)).duty.answer(answerOf(one))),
  batch: async (one) => {
    const caller = await inPostOf(api, 'tried', one.at.role);
    const { outcome, ...item } = answerOf(one);
    const [result] = await caller.duty.answerBatch({ outcome, items: [item] });
    return result?.refused?.code ?? 'allowed';
  },
  keptAnswer: async (one) => {
    const caller = await inPostOf(api, 'tried', one.at.role);
    await holdBy(api, one.at, 'tried');
    return saidOf(caller.involvement.holdAnswer({ ...answerOf(one), posts: [postOf('signatory', one.at.role)], rule }));
  },
  deputy: (one) =>
    whileStandingIn(api, { principal: 'away', deputy: 'tried', role: one.at.role }, (caller) =>
      saidOf(caller.duty.answer(answerOf(one))),
    ),
  principal: (one) =>
    whileStandingIn(api, { principal: 'tried', deputy: 'deputy', role: one.at.role }, (caller) =>
      saidOf(caller.duty.answer(answerOf(one))),
    ),
  reassign: async (one) => {
    await holdBy(api, one.at);
    const holder = await inPostOf(api, 'holder', one.at.role);
    const to = { postId: postOf('tried', one.at.role) };
    return saidOf(holder.involvement.reassign({ ...request(one), to, reason: '出差' }));
  },
  delegate: asked('delegate'),
  assist: asked('assist'),
  copy: asked('copy'),
  sign: (one) => countersigned(one, 'tried'),
  addedSignature: async (one) => {
    await countersigned(one, 'signatory');
    return asked('sign')(one);
  },
};
const everyHand = Object.keys(hands) as Hand[]; // the keys of a full record

/** Why somebody may have a part in a step that they may not answer. */
const allowedBecause: Readonly<Partial<Record<Hand, string>>> = {
  assist: 'an opinion decides nothing; whoever has the step need not follow it (ADR 0023)',
  sign: 'a superior who has signed a draft may still decide on it, and whoever decided may sign: the answer is another’s (ADR 0023, our own)',
  addedSignature: 'as a signature that was asked for at first',
  copy: 'whoever is told does nothing',
};

/** What is to be said to somebody who must keep their hands off, by hand. */
const refusedAs = (code: ErrorCode, changed: Readonly<Partial<Record<Hand, Said>>> = {}) =>
  Object.fromEntries(
    everyHand.map((hand) => [hand, changed[hand] ?? (allowedBecause[hand] === undefined ? code : 'allowed')]),
  );

const tryAll = async (parted: Parted, before: Before): Promise<Record<string, Said>> => {
  const said: Record<string, Said> = {};
  for (const hand of everyHand) {
    const at = await partedCase(api, parted, before);
    said[hand] = await hands[hand]({ parted, at });
  }
  return said;
};

/** Every two steps that a rule parts, with the procedure in which they stand. */
const pairsOf = (key: SeparationKey): readonly Parted[] =>
  procedures.flatMap((procedure) =>
    apart
      .filter((row) => row.rule === key)
      .flatMap(({ first, then }) =>
        first.flatMap((one) => then.map((other) => ({ procedure, first: one, then: other }))),
      )
      .filter(({ first, then }) => first in procedure.steps && then in procedure.steps),
  );

const answered = (): Before => ({ how: 'answered', by: idOf('tried') });

/** In which ways somebody can have had a hand in the step before, and whether that binds them. */
const earlierHands: Readonly<Record<string, { readonly before: () => Before; readonly binds: boolean }>> = {
  answered: { before: answered, binds: true },
  'answered as a deputy': {
    before: () => ({ how: 'answered', by: idOf('tried'), standingInFor: idOf('away') }),
    binds: true,
  },
  'was stood in for': {
    before: () => ({ how: 'answered', by: idOf('deputy'), standingInFor: idOf('tried') }),
    binds: true,
  },
  'prepared it for whoever answered': { before: () => ({ how: 'prepared', who: idOf('tried') }), binds: true },
  'gave an opinion': { before: () => ({ how: 'advised', who: idOf('tried') }), binds: false },
  'signed the draft': { before: () => ({ how: 'signed', who: idOf('tried') }), binds: false },
  'was told': { before: () => ({ how: 'told', who: idOf('tried') }), binds: false },
};

/** How each rule is tried in every hand; a rule without a trial does not compile. */
const trials: Readonly<Record<SeparationKey, () => void>> = {
  drafting: () => tryPairs('drafting'),
  inspecting: () => tryPairs('inspecting'),
  hearing: () => tryPairs('hearing'),
  recusal: () => {
    test('whoever is bound to the applicant takes no part in its case, and may be told of it', async () => {
      const [parted] = pairsOf('drafting');
      if (parted === undefined) throw new Error('no pair');
      await bind(api, 'tried');
      const said = await tryAll(parted, { how: 'nothing' });
      const asking = { reassign: 'PERSON_UNFIT', delegate: 'PERSON_UNFIT', assist: 'PERSON_UNFIT' } as const;
      const signing = { sign: 'PERSON_UNFIT', addedSignature: 'PERSON_UNFIT' } as const;
      expect(said).toEqual(refusedAs('RECUSED', { ...asking, ...signing, copy: 'allowed' }));
    });
  },
  twoOfficers: () => {
    test.each(secondOfficerSteps)(
      '%s: nobody is their own second officer, nor is whom they stand in for',
      async (_, one) => {
        const at = await partedCase(api, one, { how: 'nothing' });
        const outcome = Object.entries(specOf(one).outcomes).find(([, { form = [] }]) =>
          form.some(({ kind }) => kind.type === 'colleague'),
        );
        if (outcome === undefined) throw new Error('no second officer');
        const [name, { form: fields = [] }] = outcome;
        const words = (second: string) =>
          Object.fromEntries(
            fields.map(({ name: field, kind }) => [
              field,
              kind.type === 'colleague'
                ? second
                : kind.type === 'list'
                  ? ['一条']
                  : kind.type === 'flag'
                    ? true
                    : '经核属实',
            ]),
          );
        const answer = (second: string) => ({ ...request({ parted: one, at }), outcome: name, form: words(second) });
        const own = await inPostOf(api, 'tried', at.role);
        expect(await saidOf(own.duty.answer(answer(idOf('tried'))))).toBe('MALFORMED');
        await holdBy(api, at, 'tried');
        const kept = { ...answer(idOf('tried')), posts: [postOf('signatory', at.role)], rule };
        const said = await saidOf(own.involvement.holdAnswer(kept));
        expect(said).toBe('MALFORMED');
        await holdBy(api, at, 'away');
        await whileStandingIn(api, { principal: 'away', deputy: 'tried', role: at.role }, async (caller) => {
          expect(await saidOf(caller.duty.answer(answer(idOf('away'))))).toBe('MALFORMED');
          expect(await saidOf(caller.duty.answer(answer(idOf('tried'))))).toBe('MALFORMED');
        });
      },
    );
  },
};

/** Steps whose second officer is of the unit; those of a team are tried with its draw. */
const secondOfficerSteps = procedures.flatMap((procedure) =>
  Object.entries<StepSpec>(procedure.steps)
    .filter(([, { outcomes }]) =>
      Object.values(outcomes).some(({ form = [] }) =>
        form.some(({ kind }) => kind.type === 'colleague' && kind.of === 'unit'),
      ),
    )
    .map(
      ([then]) =>
        [`${procedure.id} ${then}`, { procedure, first: then === 'intake' ? 'assign' : 'intake', then }] as const,
    ),
);

function tryPairs(key: SeparationKey): void {
  const pairs = pairsOf(key);
  test.each(pairs.map((pair) => [`${pair.procedure.id}: ${pair.first}, then ${pair.then}`, pair] as const))(
    '%s, in every hand',
    async (_, parted) => {
      expect(barredBy(specOf(parted))).toContain(parted.first);
      expect(await tryAll(parted, answered())).toEqual(refusedAs('SEPARATION'));
    },
  );

  test.each(Object.entries(earlierHands))('whoever %s', async (_, { before, binds }) => {
    const [parted] = pairs;
    if (parted === undefined) throw new Error(`${key} parts nothing`);
    const said = await tryAll(parted, before());
    const refusals = Object.values(said).filter((one) => one === 'SEPARATION').length;
    if (binds) expect(said).toEqual(refusedAs('SEPARATION'));
    else expect(refusals).toBe(0);
  });
}

describe.each(separationRules.map(({ key }) => key))('%s is kept in every hand [ASVS v5.0.0-8.3.1]', (key) => {
  trials[key]();
});
