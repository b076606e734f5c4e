import type { Scenario } from '../../testing/scenario.ts';
import type { Opening } from '../../vocabulary/opening.ts';
import { act, defectsOf } from '../ordinary-permit/scenario-acts.ts';

const opened = (changeClass: string): Partial<Opening> => ({
  childOf: {
    ...{ caseId: 'parent', duty: 'variety-0/launchVariety' },
    matter: { name: '阿罗替尼', changeClass, decidedOn: '2026-09-01' },
  },
});
const base = { item: 'drug-off-site-workshop', receivedOn: '2026-09-01', opening: opened('report') } as const;
const ready = [act('2026-09-08', 'updateRegister', 'done'), act('2026-11-10', 'validate', 'submit')];

/** Lives after the decision, each showing one rule. */
export const scenarios: readonly Scenario[] = [
  {
    ...base,
    rule: 'a change that is filed is examined, registered and validated; the first batch is inspected by both sides',
    opening: opened('filing'),
    acts: [
      act('2026-09-02', 'fileChange', 'file'),
      act('2026-09-10', 'reviewFiling', 'incomplete'),
      act('2026-09-14', 'fileChange', 'file'),
      act('2026-09-21', 'reviewFiling', 'accept'),
      act('2026-09-22', 'updateRegister', 'done'),
      act('2026-11-10', 'validate', 'submit'),
      act('2026-12-01', 'inspectFirst', 'conforms'),
      act('2026-12-04', 'resume', 'resume'),
    ],
    ending: 'launched',
  },
  {
    ...base,
    rule: 'a major change waits for the approval of the centre',
    opening: opened('approval'),
    acts: [
      act('2026-10-20', 'reportApproval', 'approved'),
      act('2026-10-22', 'updateRegister', 'done'),
      act('2026-11-10', 'validate', 'submit'),
      act('2026-12-01', 'inspectFirst', 'conforms'),
      act('2026-12-04', 'resume', 'resume'),
    ],
    ending: 'launched',
  },
  {
    ...base,
    rule: 'a major change that the centre does not approve is not made',
    opening: opened('approval'),
    acts: [act('2026-10-20', 'reportApproval', 'notApproved')],
    ending: 'notLaunched',
  },
  {
    ...base,
    rule: 'defects of the first batch are rectified before production resumes',
    acts: [
      ...ready,
      act('2026-12-01', 'inspectFirst', 'toRectify', defectsOf('major')),
      act('2026-12-20', 'rectify', 'rectified'),
      act('2026-12-23', 'resume', 'resume'),
    ],
    ending: 'launched',
  },
  {
    ...base,
    rule: 'what did not pass does not resume: it is inspected again, or the site is struck',
    acts: [
      ...ready,
      act('2026-12-01', 'inspectFirst', 'toRectify', defectsOf('major')),
      act('2026-12-20', 'rectify', 'fails'),
      { ...act('2026-12-21', 'resume', 'resume'), refused: 'OUTCOME_UNAVAILABLE' },
      act('2026-12-21', 'resume', 'inspectAgain'),
      act('2026-12-22', 'inspectFirst', 'notApproved'),
      act('2026-12-23', 'resume', 'inspectAgain'),
      act('2026-12-30', 'inspectFirst', 'fails', defectsOf('critical')),
      act('2026-12-31', 'resume', 'cancel'),
    ],
    ending: 'notLaunched',
  },
  {
    ...base,
    rule: 'a change that is not made within six months is looked at, and goes on for a good reason',
    acts: [
      act('2026-09-08', 'updateRegister', 'done'),
      { ...act('2027-03-03', 'validate', 'submit'), refused: 'STALE_DUTY' },
      act('2027-03-03', 'weighDelay', 'goOn'),
      act('2027-04-01', 'validate', 'submit'),
      act('2027-04-20', 'inspectFirst', 'conforms'),
      act('2027-04-22', 'resume', 'resume'),
    ],
    ending: 'launched',
  },
  {
    ...base,
    rule: 'without a good reason the site is struck',
    acts: [act('2026-09-08', 'updateRegister', 'done'), act('2027-03-03', 'weighDelay', 'cancel')],
    ending: 'notLaunched',
  },
  {
    ...base,
    rule: 'the applicant may give the site up at any time',
    acts: [act('2026-09-08', 'abandonSite', 'abandon')],
    ending: 'notLaunched',
  },
];
