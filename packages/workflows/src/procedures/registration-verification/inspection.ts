import { isCivilDate, type CivilDate } from '@lianban/domain/civil-date';
import { text } from '@lianban/domain/text';
import type { StepOptions } from '../../vocabulary/proceeding.ts';
import type { NationalReview } from './national-review.ts';
import type { VerificationProceeding } from './steps.ts';

type P = VerificationProceeding;

/** What the inspection before approval came to; a line that is exempt has passed before. */
export type Inspected = 'passed' | 'failed';

const neverInspected = text('从未通过相应检查，必须检查', 'Never passed such an inspection: it must be inspected');
const postponedOnce = text('改期以一次为限', 'Postponed once only');
const notPassed = text('现场检查或整改的结论为不符合', 'Inspection or rectification failed');

/** Steps 2–4, B2 and J. What is not conforming is told at once and does not stop the verification. */
export async function inspectBeforeApproval(p: P, review: NationalReview): Promise<Inspected> {
  const answer = await answerCoordination(p);
  const without = answer.flow.inspectedBefore === 'yes' ? {} : { exempt: neverInspected };
  const necessity = await p.step('judgeNecessity', { without });
  const inspected = necessity.outcome === 'exempt' ? 'passed' : await inspectBy(p, review, answer.outcome);
  const noLaterThan = review.latestOn === null ? [] : [review.latestOn];
  await p.step('sendResult', inspected === 'passed' ? { noLaterThan } : { limit: 'drug.gmp.result.atOnce' });
  return inspected;
}

/** Step 2. Nothing is inspected before applicant and manufacturer hold their licences (药品注册管理办法50). */
async function answerCoordination(p: P) {
  for (;;) {
    const answer = await p.step('answerCoordination');
    if (answer.outcome !== 'notLicensed') return answer;
    await p.step('recordLicence');
  }
}

/** By the days that were agreed where both are made at once, and otherwise by what the review leaves. */
async function inspectBy(p: P, review: NationalReview, answer: 'register' | 'unable'): Promise<Inspected> {
  const planned = review.isVerified && answer === 'register' ? await plan(p) : null;
  return inspect(p, planned === null ? review.inspectedBy : { until: planned });
}

/** Step 4: the same days for both, or another arrangement. */
async function plan(p: P): Promise<CivilDate | null> {
  for (let postponed = false; ;) {
    const agreement = await p.step('agreePlan', { without: postponed ? { postpone: postponedOnce } : {} });
    if (agreement.outcome === 'agreed') return dayOf(agreement.flow.doneBy);
    if (agreement.outcome === 'postpone') postponed = true;
  }
}

const dayOf = (written: string | undefined): CivilDate | null =>
  written !== undefined && isCivilDate(written) ? written : null;

/** B2, whose inspection and rectification are cases of their own. */
async function inspect(p: P, by: StepOptions): Promise<Inspected> {
  for (;;) {
    const inspection = await p.child('inspect', { purpose: 'GMP before approval' }, by);
    if (inspection.outcome === 'notApproved') continue;
    const toRectify = inspection.outcome === 'toRectify';
    const passed = toRectify
      ? (await p.child('rectify', inspection.flow)).outcome === 'rectified'
      : inspection.outcome === 'conforms';
    const assessed = await p.step('assess', {
      limit: toRectify ? 'insp.eval.pending' : 'insp.eval.clear',
      without: passed ? {} : { conforms: notPassed },
    });
    return assessed.outcome === 'conforms' ? 'passed' : 'failed';
  }
}
