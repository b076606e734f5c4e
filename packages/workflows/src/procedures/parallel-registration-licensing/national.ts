import { isCivilDate, type CivilDate } from '@lianban/domain/civil-date';
import type { Rights } from './falsity.ts';
import { conclude, refuse } from './registration.ts';
import type { Standing } from './standing.ts';
import type { ParallelProceeding } from './steps.ts';
import { verify } from './verification.ts';

type P = ParallelProceeding;

/** Class III: the nation reviews and decides, the province verifies when told to and tells the result. Closes the case. */
export async function registerNationally(p: P, s: Standing, rights: Rights): Promise<never> {
  const acceptance = await p.step('recordAcceptance');
  const acceptedOn = recorded(acceptance.flow.acceptedOn, acceptance.on);
  const notify = async (): Promise<CivilDate> => {
    const notice = await p.step('recordNotice', { since: acceptedOn });
    return recorded(notice.flow.noticeOn, notice.on);
  };
  const { decision } = await p.inParallel({
    review: async () => {
      s.review = (await p.step('recordReview')).outcome;
    },
    visit: () => verify(p, s, notify),
    result: () => tellResult(p, s),
    decision: () => awaitDecision(p, s, rights),
  });
  return decision;
}

/** The nation is told what the visit says for the registration; what concerns the licence alone does not keep it waiting. */
async function tellResult(p: P, s: Standing): Promise<void> {
  await p.when('returnResult', () => s.verification === 'passed' || s.verification === 'failed');
  await p.step('returnResult');
}

async function awaitDecision(p: P, s: Standing, rights: Rights): Promise<never> {
  const decision = await p.step('recordDecision');
  rights.withdrawal.end();
  if (decision.outcome === 'refused') return refuse(p, s, null);
  s.registration = 'granted';
  return conclude(p, s, { serve: 'deliverLicence' });
}

const recorded = (written: string | undefined, on: CivilDate): CivilDate =>
  written !== undefined && isCivilDate(written) && written <= on ? written : on;
