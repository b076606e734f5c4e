import { isCivilDate, type CivilDate } from '@lianban/domain/civil-date';
import { text } from '@lianban/domain/text';
import type { Offer, PauseReason, StepOptions } from '../../vocabulary/proceeding.ts';
import type { Inspected } from './inspection.ts';
import type { VerificationProceeding } from './steps.ts';

type P = VerificationProceeding;

const supplementing: PauseReason = {
  key: 'nationalSupplement',
  kind: 'excluded',
  title: text('药审中心发补', 'Supplement asked for by the review centre'),
};
const once = text('发补原则上一次', 'A supplement is asked for once, in principle');
const inspectionFailed = text('上市前检查结论为不符合', 'The inspection before approval failed');

/** What the first message says of the review, and the last days that follow from it. */
export interface NationalReview {
  readonly isVerified: boolean;
  readonly verifiedBy: StepOptions;
  readonly inspectedBy: StepOptions;
  /** As the message itself says, where it does. */
  readonly latestOn: CivilDate | null;
}

/**
 * Step 1. The review runs from the day of acceptance. The verification is to be done forty working days before its end, the
 * inspection five days earlier, unless the message gives a day itself.
 */
export async function startReview(p: P): Promise<NationalReview> {
  const start = await p.step('recordStart', { since: p.opening.receivedOn });
  const limit = start.flow.kindOfReview === 'priority' ? 'drug.reg.review.priority' : 'drug.reg.review';
  const since = earlierOf(start.flow.acceptedOn ?? start.on, start.on);
  const latestOn = dayOf(start.flow.latestOn);
  p.clock.start('nationalReview', limit, since);
  const before = (leaving: 'drug.reg.siteDone' | 'drug.gmp.done'): StepOptions =>
    latestOn === null ? { since, limit, noLaterThan: [{ of: limit, leaving }] } : { until: latestOn };
  return {
    ...{ isVerified: start.outcome === 'withVerification', latestOn },
    ...{ verifiedBy: before('drug.reg.siteDone'), inspectedBy: before('drug.gmp.done') },
  };
}

/** What has been told happened; a day to come counts as today. */
const earlierOf = (told: CivilDate, today: CivilDate): CivilDate => (told > today ? today : told);
const dayOf = (written: string | undefined): CivilDate | null =>
  written !== undefined && isCivilDate(written) ? written : null;

/** 发补: the days until the centre has what it asked for are not counted in its review. */
export function offerSupplement(p: P): Offer {
  const supplement: Offer = p.offer('recordCentreRequest', async () => {
    supplement.block(once);
    await p.clock.pause('nationalReview', supplementing, () => p.step('recordSupplied'));
  });
  return supplement;
}

/** The nation may refuse, or end the review, before anything here is concluded: what is under way ends with it. */
export const offerNationalRefusal = (p: P): Offer =>
  p.offer('recordEarlyRefusal', async () => {
    p.close('closedAfterRefusal');
  });

/** Step 5: the opinion of the centre and the decision of the nation, recorded as they come. */
export async function decideNationally(
  p: P,
  { inspection, rights }: { readonly inspection: Inspected; readonly rights: readonly Offer[] },
): Promise<never> {
  const opinion = await p.step('recordOpinion');
  for (const right of rights) right.end();
  p.clock.stop('nationalReview');
  const decision = await p.step('recordApproval', { since: opinion.on });
  if (decision.outcome === 'refused') return p.close('closedAfterRefusal');
  await p.step('updateLicence', { without: inspection === 'failed' ? { update: inspectionFailed } : {} });
  return p.close('resultsSent');
}
