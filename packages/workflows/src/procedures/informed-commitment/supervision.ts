import type { CivilDate } from '@lianban/domain/civil-date';
import { text } from '@lianban/domain/text';
import type { BreachGround, Offer, Proceeding } from '../../vocabulary/proceeding.ts';
import type { assistanceSteps } from '../building-blocks/assistance.ts';
import { offerEvidence, type evidenceSteps } from '../building-blocks/evidence.ts';
import { revoke } from './revocation.ts';
import type { revocationSteps } from './revocation-steps.ts';
import { awaitConditions, rectify, verify, type Finding } from './verification.ts';
import type { verificationSteps } from './verification-steps.ts';

type P = Proceeding<typeof verificationSteps & typeof revocationSteps & typeof assistanceSteps & typeof evidenceSteps>;

/** What is left of a line of supervision: its finding, or that the licence was kept in spite of it. */
type Settled = Finding | 'kept';

const isGround = (finding: Settled): finding is BreachGround =>
  finding !== 'conforms' && finding !== 'rectified' && finding !== 'kept';

/**
 * After delivery: the promised conditions beside the verification. A ground found in one line is pursued at once while
 * the other goes on; a second ground waits for the revocation that is already under way. Gives the ending.
 *
 * 不予撤销 (许可法69) answers for one ground only: the other line goes on, and what it finds is pursued in its turn. A
 * restriction belongs to the promised conditions. Kept in spite of the verification, the licence stays restricted until
 * they are met (国发〔2021〕7号); kept in spite of unmet conditions, it is released, because a licence that may not be used
 * serves no public interest, and the remedial measures of the decision take their place. [design]
 */
export async function supervise(
  p: P,
  decidedOn: CivilDate,
  conditionsMetOn: CivilDate | null,
): Promise<'verified' | 'rectified' | 'keptInPublicInterest'> {
  const evidence = offerEvidence(p);
  const premises = p.offer('reportNewPremises', async () => undefined);
  const pursuit = new Pursuit(p);
  const first = await p.inParallel({
    verification: async () => pursuit.settle(await verify(p, decidedOn)),
    conditions: async (): Promise<Settled> => {
      if (conditionsMetOn === null) return 'conforms';
      const finding = await pursuit.settle(await awaitConditions(p, conditionsMetOn));
      if (!isGround(finding)) p.licence('liftRestriction');
      return finding;
    },
  });
  const verification = await pursuit.settle(first.verification);
  const conditions = await pursuit.settle(first.conditions);
  if (isGround(first.conditions) && !isGround(conditions)) p.licence('liftRestriction');
  premises.end();
  evidence?.end();
  pursuit.surrender.end();
  if (verification === 'kept' || conditions === 'kept') return 'keptInPublicInterest';
  return verification === 'rectified' || conditions === 'rectified' ? 'rectified' : 'verified';
}

/** At most one revocation at a time, and no escape into 注销 while it runs. */
class Pursuit {
  surrender: Offer;
  readonly #p: P;
  #running = false;

  constructor(p: P) {
    this.#p = p;
    this.surrender = offerSurrender(p);
  }

  /** Pursues a ground until nothing is left to revoke for; hands it back untouched while another is being pursued. */
  async settle(finding: Settled): Promise<Settled> {
    if (!isGround(finding) || this.#running) return finding;
    this.#running = true;
    this.surrender.end();
    const reprieve = await revoke(this.#p, finding);
    this.surrender = offerSurrender(this.#p);
    this.#running = false;
    if (reprieve === 'kept') return 'kept';
    return this.settle(
      reprieve === 'verifyAgain' ? await verify(this.#p, this.#p.today) : await rectify(this.#p, finding),
    );
  }
}

/** 主动注销: after the decision nothing can be withdrawn, but the licence can be given up. */
function offerSurrender(p: P): Offer {
  const surrender = p.offer('askDeregistration', async () => {
    surrender.block(text('已申请注销，正在办理', 'Already applied for, being handled'));
    await p.step('deregister');
    p.licence('deregister');
    p.close('deregistered');
  });
  return surrender;
}
