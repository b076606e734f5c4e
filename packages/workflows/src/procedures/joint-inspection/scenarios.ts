import type { Scenario } from '../../testing/scenario.ts';
import type { ChildOf } from '../../vocabulary/opening.ts';
import { act, defectsOf } from '../ordinary-permit/scenario-acts.ts';
import { inspectorsOf } from '../off-site-workshop/scenario-acts.ts';

const childOf = (admitted: boolean): ChildOf => ({
  caseId: 'parent',
  duty: 'inspectSite',
  matter: { purpose: 'site', admitted },
});
const base = { item: 'drug-off-site-workshop', receivedOn: '2026-06-09', opening: { childOf: childOf(true) } } as const;

const planned = [
  act('2026-06-10', 'approveInspection', 'approve'),
  act('2026-06-11', 'planJoint', 'settle', inspectorsOf('陈', '周')),
];
const complete = [...planned, act('2026-06-12', 'nameSiteInspectors', 'name', inspectorsOf('何', '唐'))];
const begun = [...complete, act('2026-06-22', 'beginInspection', 'begin')];

/** Lives of joint inspections, each showing one rule. */
export const scenarios: readonly Scenario[] = [
  {
    ...base,
    rule: 'a joint inspection is approved, planned, staffed by both sides, signed by both and audited',
    acts: [
      ...begun,
      act('2026-06-24', 'inspectJointly', 'conforms'),
      act('2026-06-26', 'signReport', 'signed'),
      act('2026-06-29', 'auditReport', 'uphold'),
    ],
    ending: 'conforms',
  },
  {
    ...base,
    rule: 'an inspection that is not approved does not take place',
    acts: [act('2026-06-10', 'approveInspection', 'refuse')],
    ending: 'notApproved',
  },
  {
    ...base,
    rule: 'whoever refuses or evades it fails it',
    acts: [...complete, act('2026-06-22', 'beginInspection', 'refusedAccess')],
    ending: 'fails',
  },
  {
    ...base,
    rule: 'nobody goes on site before the other side lets the team in, and no longer when it changes its mind',
    opening: { childOf: childOf(false) },
    acts: [
      ...complete,
      { ...act('2026-06-15', 'beginInspection', 'begin'), refused: 'NO_SUCH_DUTY' },
      act('2026-06-16', 'hearConsent', 'admit'),
      act('2026-06-17', 'hearConsent', 'hold'),
      { ...act('2026-06-17', 'beginInspection', 'begin'), refused: 'STALE_DUTY' },
      act('2026-06-18', 'hearConsent', 'admit'),
      act('2026-06-22', 'beginInspection', 'begin'),
      act('2026-06-24', 'inspectJointly', 'conforms'),
      act('2026-06-26', 'signReport', 'signed'),
      act('2026-06-29', 'auditReport', 'uphold'),
    ],
    ending: 'conforms',
  },
  {
    ...base,
    rule: 'whoever leaves or recuses is replaced before it goes on, on either side and on the spot too (14.23)',
    acts: [
      ...complete,
      act('2026-06-15', 'reportAbsence', 'siteLeaves'),
      { ...act('2026-06-15', 'beginInspection', 'begin'), refused: 'STALE_DUTY' },
      act('2026-06-16', 'replaceSite', 'replace', inspectorsOf('蒋')),
      act('2026-06-22', 'beginInspection', 'begin'),
      act('2026-06-23', 'reportAbsence', 'homeLeaves'),
      { ...act('2026-06-23', 'inspectJointly', 'conforms'), refused: 'STALE_DUTY' },
      act('2026-06-23', 'replaceHome', 'replace', inspectorsOf('吴')),
      act('2026-06-24', 'inspectJointly', 'conforms'),
      act('2026-06-26', 'signReport', 'signed'),
      act('2026-06-29', 'auditReport', 'uphold'),
    ],
    ending: 'conforms',
  },
  {
    ...base,
    rule: 'a grade in dispute stands at the higher one until the lead side settles it after the written opinion of the other',
    acts: [
      ...begun,
      act('2026-06-24', 'inspectJointly', 'gradeDisputed', defectsOf('critical')),
      act('2026-06-26', 'opineOnGrade', 'opine'),
      act('2026-06-29', 'settleGrade', 'settle', { ...defectsOf('major'), conclusion: 'toRectify' }),
      act('2026-06-30', 'signReport', 'reserved'),
      act('2026-07-02', 'auditReport', 'uphold'),
    ],
    ending: 'toRectify',
  },
  {
    ...base,
    rule: 'an opinion on the grade that does not come in five working days is not waited for, and the record says so',
    acts: [
      ...begun,
      act('2026-06-24', 'inspectJointly', 'gradeDisputed', defectsOf('critical')),
      act('2026-07-06', 'settleGrade', 'settle', { ...defectsOf('critical'), conclusion: 'fails' }),
      act('2026-07-07', 'signReport', 'signed'),
      act('2026-07-08', 'auditReport', 'uphold'),
    ],
    ending: 'fails',
  },
  {
    ...base,
    rule: 'a report that the other side does not sign is returned or re-graded, not upheld',
    acts: [
      ...begun,
      act('2026-06-24', 'inspectJointly', 'toRectify', defectsOf('minor')),
      act('2026-06-26', 'signReport', 'declined'),
      { ...act('2026-06-29', 'auditReport', 'uphold'), refused: 'OUTCOME_UNAVAILABLE' },
      act('2026-06-29', 'auditReport', 'returnReport'),
      act('2026-06-30', 'inspectJointly', 'toRectify', defectsOf('major')),
      act('2026-07-01', 'signReport', 'signed'),
      act('2026-07-02', 'auditReport', 'uphold'),
    ],
    ending: 'toRectify',
  },
  {
    ...base,
    rule: 'a critical defect fails it unless the lead side lowers its grade and issues it again (14.20, 14.21)',
    acts: [
      ...begun,
      act('2026-06-24', 'inspectJointly', 'toRectify', defectsOf('critical')),
      act('2026-06-26', 'signReport', 'signed'),
      { ...act('2026-06-29', 'auditReport', 'uphold'), refused: 'OUTCOME_UNAVAILABLE' },
      act('2026-06-29', 'auditReport', 'regrade', { ...defectsOf('major'), conclusion: 'toRectify' }),
    ],
    ending: 'toRectify',
  },
  {
    ...base,
    rule: 'a risk is told to the other side the same day and assessed within three days, while the inspection goes on',
    acts: [
      ...begun,
      act('2026-06-22', 'reportRisk', 'report'),
      act('2026-06-23', 'assessRisk', 'controlled'),
      act('2026-06-23', 'reportRisk', 'report'),
      act('2026-06-24', 'assessRisk', 'suspend'),
      act('2026-06-24', 'inspectJointly', 'fails', defectsOf('critical')),
      act('2026-06-26', 'signReport', 'signed'),
      act('2026-06-29', 'auditReport', 'uphold'),
    ],
    ending: 'fails',
  },
  {
    ...base,
    rule: 'whoever inspected neither settles the grade nor audits the report',
    acts: [
      ...begun,
      {
        ...act('2026-06-24', 'inspectJointly', 'gradeDisputed', defectsOf('major')),
        by: { personId: 'same', postId: 'i', role: 'INS' },
      },
      act('2026-06-25', 'opineOnGrade', 'opine'),
      {
        ...act('2026-06-26', 'settleGrade', 'settle', { ...defectsOf('major'), conclusion: 'toRectify' }),
        by: { personId: 'same', postId: 'd', role: 'DISP' },
        refused: 'SEPARATION',
      },
      act('2026-06-26', 'settleGrade', 'settle', { ...defectsOf('major'), conclusion: 'toRectify' }),
      act('2026-06-26', 'signReport', 'signed'),
      {
        ...act('2026-06-29', 'auditReport', 'uphold'),
        by: { personId: 'same', postId: 'd', role: 'DISP' },
        refused: 'SEPARATION',
      },
    ],
    ending: null,
  },
];

/** What the form of a list does not let through, and the flow does not rely on. */
export const shortList: Scenario = {
  ...base,
  rule: 'with fewer than two of either side nobody begins (药品检查管理办法56)',
  acts: [
    ...planned,
    act('2026-06-12', 'nameSiteInspectors', 'name', inspectorsOf('何')),
    { ...act('2026-06-12', 'beginInspection', 'begin'), refused: 'NO_SUCH_DUTY' },
    act('2026-06-15', 'replaceSite', 'replace', inspectorsOf('唐')),
    act('2026-06-22', 'beginInspection', 'begin'),
  ],
  ending: null,
};
