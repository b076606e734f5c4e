import { plainCourse, type Course, type Uncounted } from '@lianban/domain/item';
import type { RuleKey } from '@lianban/domain/rule';
import { text, type Text } from '@lianban/domain/text';
import type { Proceeding } from '../../vocabulary/proceeding.ts';
import type { examinationSteps } from './examination-steps.ts';

type P = Proceeding<typeof examinationSteps>;

const reasonsNotCounted = {
  technicalReview: { key: 'technicalReview', kind: 'excluded', title: text('技术审查', 'Technical review') },
  inspection: { key: 'inspection', kind: 'excluded', title: text('现场检查', 'Inspection') },
  rectification: { key: 'rectification', kind: 'excluded', title: text('企业整改', 'Rectification') },
} as const;
const supplement = { key: 'supplement', kind: 'excluded', title: text('补充资料', 'Supplement') } as const;

const returned = text('已退回窗口复核一次', 'Returned to the window once already');
const noInspection = text('本事项不需现场检查', 'This item knows no inspection');
const inspectionOwed = text('本事项应当现场检查', 'This item is inspected');
const noSupplement = text('本事项的专门规定没有发补', 'The rule of this item knows no supplement in the review');
const supplementedOnce = text('发补以一次为限', 'Once only');
const reviewedNegatively = text('资料审查意见为拟不予', 'The review of the file proposes refusal');
const failed = text('综合评定为不符合要求', 'The comprehensive assessment: fails');

/** Step 2: on the day of acceptance the section may return the file to the window, once. */
export async function assign(p: P): Promise<void> {
  p.clock.start('returnable', 'permit.assign.return');
  const assignment = await p.step('assign');
  p.clock.stop('returnable');
  if (assignment.outcome === 'assign') return;
  await p.step('recheckAcceptance');
  await p.step('assign', { without: { returnToWindow: returned } });
}

/** Steps 3–6: why nothing may be granted, or null. What the item's rule leaves out of the clock stops it. */
export async function examine(p: P): Promise<Text | null> {
  const course = p.opening.item.course ?? plainCourse;
  const finding = await review(p, course);
  if (finding === 'proposeRefusal') return reviewedNegatively;
  return finding === 'pass' ? null : inspect(p, course);
}

async function review(p: P, course: Course): Promise<'pass' | 'inspect' | 'proposeRefusal'> {
  for (let supplemented = false; ;) {
    const finding = await uncounted(p, { ...course, what: 'technicalReview' }, (stopped) =>
      p.step('review', {
        without: barredInReview(course, supplemented),
        ...(stopped ? { limit: 'permit.technicalReview' as const } : {}),
      }),
    );
    if (finding.outcome !== 'requestMore') return finding.outcome;
    supplemented = true;
    await p.clock.pause('decision', supplement, () => p.step('supplementReview'));
  }
}

const barredInReview = (course: Course, supplemented: boolean): Readonly<Record<string, Text>> => ({
  ...(course.inspection === 'required' ? { pass: inspectionOwed } : {}),
  ...(course.inspection === 'none' ? { inspect: noInspection } : {}),
  ...(course.supplementInReview ? {} : { requestMore: noSupplement }),
  ...(supplemented ? { requestMore: supplementedOnce } : {}),
});

/** Steps 4–6, the first two in cases of their own. An inspection that was not approved is asked for again after another review. */
async function inspect(p: P, course: Course): Promise<Text | null> {
  const inspection = await uncounted(p, { ...course, what: 'inspection' }, (stopped) =>
    p.child('inspect', { model: course.conclusions }, stopped ? { limit: 'insp.planAndSite.production' } : {}),
  );
  if (inspection.outcome === 'notApproved') return examine(p);
  const passed =
    inspection.outcome === 'toRectify'
      ? (await uncounted(p, { ...course, what: 'rectification' }, () => p.child('rectify', inspection.flow)))
          .outcome === 'rectified'
      : inspection.outcome === 'conforms';
  const rule: RuleKey = inspection.outcome === 'toRectify' ? 'insp.eval.pending' : 'insp.eval.clear';
  const assessment = await uncounted(p, { ...course, what: 'inspection' }, () =>
    p.step('assess', { limit: rule, without: passed ? {} : { conforms: notPassed } }),
  );
  return assessment.outcome === 'conforms' ? null : failed;
}

const notPassed = text('现场检查或整改的结论为不符合', 'Inspection or rectification failed');

/** Stops the clock for the work where the item's rule does not count it, and tells the applicant so in writing (许可法45). */
function uncounted<T>(
  p: P,
  { notCounted, what }: Pick<Course, 'notCounted'> & { readonly what: Uncounted },
  work: (stopped: boolean) => Promise<T>,
): Promise<T> {
  if (!notCounted.includes(what)) return work(false);
  return p.clock.pause('decision', reasonsNotCounted[what], () => {
    p.issue('excludedTimeNotice');
    return work(true);
  });
}
