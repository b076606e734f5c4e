import type { CivilDate } from '@lianban/domain/civil-date';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { procedure } from '../../vocabulary/procedure.ts';
import type { Proceeding } from '../../vocabulary/proceeding.ts';
import { decide, type Decision } from '../building-blocks/decision-chain.ts';
import { decisionSteps } from '../building-blocks/decision-steps.ts';
import { deliver, deliverySteps, refusalServiceSteps, serveRefusal } from '../building-blocks/delivery.ts';
import { extensionSteps, offerExtension } from '../building-blocks/extension.ts';
import { falsitySteps, offerSuspicion } from '../building-blocks/falsity.ts';
import { intake, intakeSteps } from '../building-blocks/intake.ts';
import { falsitySuspected, offerWithdrawal, withdrawalSteps } from '../building-blocks/withdrawal.ts';
import { assign, examine } from './examination.ts';
import { examinationSteps } from './examination-steps.ts';

const steps = {
  ...withdrawalSteps,
  ...intakeSteps,
  ...extensionSteps,
  ...falsitySteps,
  ...examinationSteps,
  ...decisionSteps,
  ...deliverySteps,
  ...refusalServiceSteps,
};
type P = Proceeding<typeof steps>;

/** 一般许可 in full: issue, change and renewal of a permit; takes over what leaves the commitment route. */
export const ordinaryPermitInFull = procedure({
  id: 'ordinary-permit',
  edition: '2023-07',
  title: text('一般许可', 'Ordinary permit'),
  series: '许',
  basis: [cite('LIC', '32'), cite('LIC', '42'), cite('INSP', '33')],
  steps,
  endings: {
    licensed: text('准予办结', 'Licensed'),
    deemedRenewed: text('视为准予延续办结', 'Deemed renewed'),
    refused: text('不予许可', 'Refused'),
    notAccepted: text('不予受理', 'Not accepted'),
    notRequired: text('无需许可', 'No permit required'),
    withdrawn: text('撤回', 'Withdrawn'),
    terminated: text('终止（未补正）', 'Terminated: not supplemented'),
  },
  clockRules: [
    'permit.decide',
    'permit.extend',
    'permit.assign.return',
    'permit.technicalReview',
    'insp.planAndSite.production',
    'insp.eval.pending',
    'hearing.notice',
  ],
  flow: async (p) => {
    const withdrawal = offerWithdrawal(p);
    const { carried, convertedFrom, licenceEndsOn } = p.opening;
    if (convertedFrom?.falsitySuspected === true) withdrawal.block(falsitySuspected);
    const begun = carried ?? convertedFrom?.acceptedOn ?? (await intake(p));
    p.clock.start('decision', 'permit.decide', begun);
    const decision =
      licenceEndsOn === undefined
        ? await handle(p, withdrawal)
        : await p.within('decideBeforeExpiry', { until: licenceEndsOn }, () => handle(p, withdrawal));
    p.clock.stop('decision');
    withdrawal.end();
    if (decision.outcome === 'refused') return refuse(p, decision.on);
    await deliver(p, decision.on);
    if (p.opening.item.kind !== 'change') p.licence('grant');
    return p.close(decision.outcome === 'lapsed' ? 'deemedRenewed' : 'licensed');
  },
});

/** Steps 2–8, from the assignment to the sealed decision. */
async function handle(p: P, withdrawal: ReturnType<typeof offerWithdrawal>): Promise<Decision> {
  const extension = offerExtension(p);
  const suspicion = offerSuspicion(p, withdrawal);
  await assign(p);
  const objection = await examine(p);
  const decision = await decide(p, async () => (await suspicion.settle()) ?? objection);
  suspicion.end();
  extension?.end();
  return decision;
}

/** A refusal is served like a licence; its remedies run from the service (许可法38). */
async function refuse(p: P, on: CivilDate): Promise<never> {
  await serveRefusal(p, on);
  return p.close('refused');
}
