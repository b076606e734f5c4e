import { isCivilDate, type CivilDate } from '@lianban/domain/civil-date';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { procedure } from '../../vocabulary/procedure.ts';
import type { Proceeding } from '../../vocabulary/proceeding.ts';
import { offerWithdrawal, withdrawalSteps } from '../building-blocks/withdrawal.ts';
import { verificationSteps } from './verification-steps.ts';

const steps = { ...withdrawalSteps, ...verificationSteps };
type P = Proceeding<typeof steps>;

const neverInspected = text('从未通过相应检查，必须检查', 'Never passed such an inspection: it must be inspected');
const postponedOnce = text('改期以一次为限', 'Postponed once only');
const notPassed = text('现场检查或整改的结论为不符合', 'Inspection or rectification failed');

/** 药品注册核查‖上市前GMP检查: each concludes for itself; the nation decides. */
export const registrationVerification = procedure({
  id: 'registration-verification',
  edition: '2023-07',
  title: text('药品注册核查与上市前检查并行', 'Drug registration verification beside the inspection before approval'),
  series: '注核',
  basis: [cite('O27', ''), cite('INSP', '')],
  steps,
  endings: {
    resultsSent: text('结果已送', 'Results sent'),
    closedAfterRefusal: text('不予批准后关闭', 'Closed after the refusal'),
    withdrawn: text('撤回', 'Withdrawn'),
    forCause: text('中止（有因）', 'Discontinued for cause'),
  },
  clockRules: ['drug.reg.review', 'insp.eval.pending'],
  flow: async (p) => {
    const withdrawal = offerWithdrawal(p);
    const start = await p.step('recordStart', { since: p.opening.receivedOn });
    p.clock.start('nationalReview', 'drug.reg.review', dayOf(start.flow.acceptedOn) ?? start.on);
    const serious = offerSeriousReport(p);
    const latestOn = dayOf(start.flow.latestOn);
    const isVerified = start.outcome === 'withVerification';
    await p.inParallel({
      verification: async () => isVerified && (await p.step('recordVerification', by(latestOn))),
      inspection: () => inspectBeforeApproval(p, { isVerified, latestOn }),
    });
    serious.end();
    withdrawal.end();
    return approve(p);
  },
});

const dayOf = (written: string | undefined): CivilDate | null =>
  written !== undefined && isCivilDate(written) ? written : null;
/** The last day that a message or a plan gives; none where it gives none. */
const by = (day: CivilDate | null) => (day === null ? {} : { until: day });

/** Steps 2–4, B2 and J. What is not conforming is told at once and does not stop the verification. */
async function inspectBeforeApproval(
  p: P,
  { isVerified, latestOn }: { readonly isVerified: boolean; readonly latestOn: CivilDate | null },
): Promise<void> {
  const answer = await p.step('answerCoordination');
  const without = answer.flow.inspectedBefore === 'yes' ? {} : { exempt: neverInspected };
  const necessity = await p.step('judgeNecessity', { without });
  if (necessity.outcome === 'inspect') {
    const planned = isVerified && answer.outcome === 'register' ? await plan(p) : null;
    await inspect(p, planned ?? latestOn);
  }
  await p.step('sendResult');
}

/** Step 4: the same days for both, or another arrangement. */
async function plan(p: P): Promise<CivilDate | null> {
  for (let postponed = false; ;) {
    const agreement = await p.step('agreePlan', { without: postponed ? { postpone: postponedOnce } : {} });
    if (agreement.outcome === 'agreed') return dayOf(agreement.flow.doneBy);
    if (agreement.outcome === 'postpone') postponed = true;
  }
}

async function inspect(p: P, doneBy: CivilDate | null): Promise<void> {
  for (;;) {
    const inspection = await p.child('inspect', { purpose: 'GMP before approval' }, by(doneBy));
    if (inspection.outcome === 'notApproved') continue;
    const toRectify = inspection.outcome === 'toRectify';
    const passed = toRectify
      ? (await p.child('rectify', inspection.flow)).outcome === 'rectified'
      : inspection.outcome === 'conforms';
    await p.step('assess', {
      limit: toRectify ? 'insp.eval.pending' : 'insp.eval.clear',
      without: passed ? {} : { conforms: notPassed },
    });
    return;
  }
}

/** A serious problem common to both may lead to an inspection for cause, which ends this one. */
function offerSeriousReport(p: P) {
  return p.offer('reportSerious', async () => {
    if ((await p.step('decideForCause')).outcome === 'forCause') p.close('forCause');
  });
}

/** Step 5, once the nation has decided. */
async function approve(p: P): Promise<never> {
  if ((await p.step('recordApproval')).outcome === 'refused') return p.close('closedAfterRefusal');
  await p.step('updateLicence');
  return p.close('resultsSent');
}
