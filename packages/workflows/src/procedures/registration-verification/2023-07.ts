import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { procedure } from '../../vocabulary/procedure.ts';
import { offerWithdrawal } from '../building-blocks/withdrawal.ts';
import { inspectBeforeApproval } from './inspection.ts';
import { decideNationally, offerNationalRefusal, offerSupplement, startReview } from './national-review.ts';
import { offerSeriousReport } from './serious.ts';
import { registrationVerificationSteps } from './steps.ts';

/**
 * 药品注册核查‖上市前GMP检查: the national bodies verify, the province inspects before approval; each concludes for itself and neither
 * stops the other. What the nation does is recorded as it tells; the nation decides.
 */
export const registrationVerification = procedure({
  id: 'registration-verification',
  edition: '2023-07',
  title: text('药品注册核查与上市前检查并行', 'Drug registration verification beside the inspection before approval'),
  series: '注核',
  basis: [cite('O27', ''), cite('O28', ''), cite('INSP', '')],
  steps: registrationVerificationSteps,
  endings: {
    resultsSent: text('结果已送', 'Results sent'),
    closedAfterRefusal: text('不予批准后关闭', 'Closed after the refusal'),
    withdrawn: text('撤回', 'Withdrawn'),
    forCause: text('中止（有因）', 'Discontinued for cause'),
  },
  clockRules: [
    'drug.reg.review',
    'drug.reg.review.priority',
    'drug.reg.siteDone',
    'drug.gmp.done',
    'drug.gmp.result.atOnce',
    'insp.eval.pending',
  ],
  flow: async (p) => {
    const withdrawal = offerWithdrawal(p);
    const review = await startReview(p);
    const refusal = offerNationalRefusal(p);
    const supplement = offerSupplement(p);
    const serious = offerSeriousReport(p, withdrawal);
    const { inspection } = await p.inParallel({
      verification: async () => review.isVerified && (await p.step('recordVerification', review.verifiedBy)),
      inspection: () => inspectBeforeApproval(p, review),
    });
    serious.end();
    return decideNationally(p, { inspection, rights: [supplement, refusal, withdrawal] });
  },
});
