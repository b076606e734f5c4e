import type { CivilDate } from '@lianban/domain/civil-date';
import { text } from '@lianban/domain/text';
import type { Offer } from '../../vocabulary/proceeding.ts';
import { decide, type Decision, type Sealing } from '../building-blocks/decision-chain.ts';
import { attempt } from '../building-blocks/delivery.ts';
import { intake } from '../building-blocks/intake.ts';
import { stillWhile } from '../building-blocks/stillness.ts';
import { enterFalsity, type Rights } from './falsity.ts';
import { barToRegistration, isLicenceSettled, isRegistrationReady, isReviewMoot, type Standing } from './standing.ts';
import type { ParallelProceeding } from './steps.ts';
import { notCountedInDecision, reviewTechnically } from './technical-review.ts';
import { verify } from './verification.ts';

type P = ParallelProceeding;

const notReviewed = text('技术审评已终止，无可退回', 'The review has ended and cannot be taken up again');
const twice = text('已退回审评两次', 'Sent back to the review twice already');

/** Class II: intake, hand-over, then review and verification side by side until the registration is decided. Closes the case. */
export async function register(p: P, s: Standing, rights: Rights): Promise<never> {
  const acceptedOn = await intake(p);
  const { on } = await p.step('handOver', { since: acceptedOn });
  const notify = async (): Promise<CivilDate> => (await p.step('notifyVerification', { since: acceptedOn })).on;
  const { decision } = await p.inParallel({
    review: () => reviewTechnically(p, s, { rights, handedOverOn: on }),
    visit: () => verify(p, s, notify),
    decision: () => decideAndIssue(p, s, rights),
  });
  return decision;
}

async function decideAndIssue(p: P, s: Standing, rights: Rights): Promise<never> {
  await p.when('draft', () => isRegistrationReady(s));
  p.clock.start('decision', 'device.reg.decide');
  const decision = await stillWhile(p, { step: 'draft', clock: 'decision', when: notCountedInDecision(s) }, async () =>
    decideRegistration(p, s),
  );
  p.clock.stop('decision');
  rights.withdrawal.end();
  if (decision.outcome === 'refused') return refuse(p, s, decision.on);
  s.registration = 'granted';
  const alone = await p.until(
    'deliverRegistration',
    () => s.licence === 'granted',
    () => serve(p, 'deliverRegistration', decision.on),
  );
  return conclude(
    p,
    s,
    alone === null ? { serve: 'deliverBoth', decidedOn: decision.on } : { serve: 'deliverLicence' },
  );
}

/** J1: evaluated anew whenever a branch changes; sent back to the review it waits for another opinion. */
async function decideRegistration(p: P, s: Standing): Promise<Decision> {
  for (;;) {
    await p.when('draft', () => isRegistrationReady(s));
    const back = offerReturn(p, s);
    const isReturned = (): boolean => s.review === 'returned' && !isReviewMoot(s);
    const isShaken = (): boolean => s.falsity === 'suspected';
    const decision = await p.until('draft', isReturned, () =>
      decide(p, () => barToGrant(p, s), { isShaken, sealing: sealWith(p) }),
    );
    back.end();
    if (decision !== null) return decision;
  }
}

/** The registration is decided on paper of its own. */
const sealWith =
  (p: P): Sealing =>
  (without, isShaken) => {
    const seal = () => p.step('sealRegistration', { without });
    return isShaken === null ? seal() : p.until('sealRegistration', isShaken, seal);
  };

/** Nothing is signed while falsity is looked into. */
async function barToGrant(p: P, s: Standing) {
  await p.when('draft', () => s.falsity !== 'suspected');
  return barToRegistration(s);
}

function offerReturn(p: P, s: Standing): Offer {
  const back = p.offer('returnToReview', async () => {
    s.review = 'returned';
  });
  if (s.review === 'pending') back.block(notReviewed);
  if (p.times('returnToReview', 'return') >= 2) back.block(twice);
  return back;
}

/**
 * Without a registration there is nothing to license: what was taken in ahead was never accepted and ends with it. What the nation
 * refused is served by the nation. One that was refused here for false material bars others (医疗器械条例83).
 */
export async function refuse(p: P, s: Standing, decidedOn: CivilDate | null): Promise<never> {
  s.registration = 'refused';
  if (s.licence === 'takenIn') p.issue('terminationNotice');
  if (decidedOn !== null) {
    enterFalsity(p, s);
    await serve(p, 'serveRegistrationRefusal', decidedOn);
  }
  return close(p, s, 'registrationRefused');
}

/** Step 4: both at once where the licence is decided before the certificate has gone out, the licence after it otherwise. */
export async function conclude(
  p: P,
  s: Standing,
  next: { readonly serve: 'deliverBoth'; readonly decidedOn: CivilDate } | { readonly serve: 'deliverLicence' },
): Promise<never> {
  await p.when('deliverLicence', () => isLicenceSettled(s));
  if (s.licence !== 'granted') return close(p, s, 'registrationOnly');
  await serve(p, next.serve, next.serve === 'deliverBoth' ? next.decidedOn : p.today);
  if (p.opening.item.kind !== 'change') p.licence('grant');
  return close(p, s, 'bothGranted');
}

/** The case is kept until an overdue rectification has been followed up. */
async function close(p: P, s: Standing, ending: string): Promise<never> {
  await p.when('followUpOverdue', () => s.overdue !== 'owed');
  return p.close(ending);
}

async function serve(
  p: P,
  step: 'deliverRegistration' | 'deliverBoth' | 'deliverLicence' | 'serveRegistrationRefusal',
  on: CivilDate,
): Promise<void> {
  for (;;) {
    const service = await p.step(step, attempt(p.times(step, 'failed'), on));
    if (service.outcome !== 'failed') return;
  }
}
