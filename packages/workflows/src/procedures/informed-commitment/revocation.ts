import { barsAfterFraud } from '@lianban/domain/application-bar';
import type { RuleKey } from '@lianban/domain/rule';
import { text } from '@lianban/domain/text';
import type { BreachGround, Proceeding } from '../../vocabulary/proceeding.ts';
import { rounds } from '../building-blocks/draft.ts';
import { hearIfAsked } from '../building-blocks/hearing.ts';
import type { revocationSteps } from './revocation-steps.ts';
import { notCorrectable } from './verification.ts';

type P = Proceeding<typeof revocationSteps>;

/** Where a line of supervision goes when its ground does not lead to revocation. */
export type Reprieve = 'verifyAgain' | 'rectify' | 'kept';

const representations = {
  key: 'representations',
  kind: 'excluded',
  title: text('陈述申辩与听证', 'Representations and hearing'),
} as const;

/** Steps 10–13. Ends the case revoked, or gives what has to be done again instead, or that the licence is kept. */
export async function revoke(p: P, ground: BreachGround): Promise<Reprieve> {
  await giveNotice(p);
  p.clock.start('revocation', 'revoke.decide');
  const reprieve = await p.clock.pause('revocation', representations, () => hearOut(p));
  const result = reprieve ?? (await decideRevocation(p, ground));
  p.clock.stop('revocation');
  return result;
}

/** Step 10: the five days from the finding are for the officer and legal review together, returns included. */
async function giveNotice(p: P): Promise<void> {
  const foundOn = p.today;
  const barred = rounds();
  for (;;) {
    await p.step('proposeNotice', { since: foundOn });
    const notice = await p.step('giveNotice', { since: foundOn, without: barred() });
    if (notice.outcome === 'give') return;
  }
}

/** Step 11: both rights run from the notice; nothing is decided on what was not weighed. */
async function hearOut(p: P): Promise<Reprieve | null> {
  const heard = await p.inParallel({
    statement: async () => (await p.step('makeStatement')).outcome === 'state',
    hearing: () => hearIfAsked(p),
  });
  if (!heard.statement && !heard.hearing) return null;
  const weighed = p.opening.item.verification.rectifiable
    ? await p.step('weighStatement')
    : await p.step('weighStatement', { without: { rectify: notCorrectable } });
  return weighed.outcome === 'rejected' ? null : weighed.outcome;
}

/** Step 12: legal review drafts, the leader approves, the bureau meeting decides. A leader's 不同意 decides nothing. */
async function decideRevocation(p: P, ground: BreachGround): Promise<Reprieve> {
  const barred = rounds();
  for (;;) {
    const draft = await p.step('draftRevocation');
    if (draft.outcome === 'investigateAgain') return 'verifyAgain';
    const approval = await p.step('approveRevocation', { without: barred() });
    if (approval.outcome === 'investigateAgain') return 'verifyAgain';
    if (approval.outcome === 'sendBack') continue;
    const decision = await p.step('decideRevocation');
    switch (decision.outcome) {
      case 'investigateAgain':
        return 'verifyAgain';
      case 'keep':
        return 'kept';
      case 'revoke':
        p.clock.stop('revocation');
        return finish(p, ground);
    }
  }
}

/** Step 13: the register, the credit file and the other province learn of it. */
async function finish(p: P, ground: BreachGround): Promise<never> {
  p.licence('revoke');
  p.recordBreach(ground, ground === 'falseCommitment' ? barOfDeceit(p) : undefined);
  await p.inParallel({ register: () => p.step('publishDeregistration'), credit: () => p.step('enterCredit') });
  return p.close('revoked');
}

/** How long deceit bars is a row of the rule table, which cases from before do not have among their terms. */
function barOfDeceit(p: P): RuleKey | undefined {
  const { rule } = barsAfterFraud[p.opening.item.field];
  if (p.opening.terms[rule] === undefined) return undefined;
  return p.amended('2026-11 bar by the rule table') ? rule : undefined;
}
