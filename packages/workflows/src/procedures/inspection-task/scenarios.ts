import type { Scenario } from '../../testing/scenario.ts';
import type { ChildOf } from '../../vocabulary/opening.ts';
import { act, defectsOf } from '../ordinary-permit/scenario-acts.ts';

const childOf: ChildOf = { caseId: 'parent', duty: 'inspect', matter: { model: 'DRUG_2023' } };
const drug = { item: 'drug-production-licence', receivedOn: '2026-03-02', opening: { childOf } } as const;
const begun = [
  act('2026-03-03', 'approveInspection', 'approve'),
  act('2026-03-04', 'planInspection', 'announced'),
  act('2026-03-16', 'beginInspection', 'begin'),
];

/** Lives of inspections, each showing one rule; in the words of the three models. */
export const scenarios: readonly Scenario[] = [
  {
    ...drug,
    rule: 'an inspection is approved, planned, made and audited, and ends with its conclusion',
    acts: [...begun, act('2026-03-18', 'inspectDrug', 'conforms'), act('2026-03-20', 'auditReport', 'uphold')],
    ending: 'conforms',
  },
  {
    ...drug,
    rule: 'an inspection that is not approved does not take place',
    acts: [act('2026-03-03', 'approveInspection', 'refuse')],
    ending: 'notApproved',
  },
  {
    ...drug,
    rule: 'whoever refuses or evades an unannounced inspection fails it',
    acts: [
      act('2026-03-03', 'approveInspection', 'approve'),
      act('2026-03-04', 'planInspection', 'unannounced'),
      act('2026-03-16', 'beginInspection', 'refusedAccess'),
    ],
    ending: 'fails',
  },
  {
    ...drug,
    rule: 'a critical defect fails the inspection unless the dispatching unit lowers its grade',
    acts: [
      ...begun,
      act('2026-03-18', 'inspectDrug', 'toRectify', defectsOf('critical')),
      { ...act('2026-03-20', 'auditReport', 'uphold'), refused: 'OUTCOME_UNAVAILABLE' },
      act('2026-03-20', 'auditReport', 'returnReport'),
      act('2026-03-23', 'inspectDrug', 'toRectify', defectsOf('critical')),
      act('2026-03-24', 'auditReport', 'regrade', { ...defectsOf('major'), conclusion: 'toRectify' }),
    ],
    ending: 'toRectify',
  },
  {
    ...drug,
    rule: 'a risk to quality is told at once and assessed, while the inspection goes on',
    acts: [
      ...begun,
      act('2026-03-17', 'reportRisk', 'report'),
      act('2026-03-18', 'assessRisk', 'controlled'),
      act('2026-03-18', 'reportRisk', 'report'),
      act('2026-03-19', 'assessRisk', 'suspend'),
      act('2026-03-19', 'inspectDrug', 'fails', defectsOf('critical')),
      act('2026-03-20', 'auditReport', 'uphold'),
    ],
    ending: 'fails',
  },
  ...(['conforms', 'toRectify', 'fails'] as const).flatMap((conclusion): Scenario[] => [
    {
      rule: `a device is inspected in the words of the verification of its quality system: ${conclusion}`,
      item: 'device-production-licence',
      receivedOn: '2026-03-02',
      opening: { childOf },
      acts: [
        ...begun,
        act('2026-03-18', 'inspectDevice', conclusion, defectsOf('minor')),
        act('2026-03-20', 'auditReport', 'uphold'),
      ],
      ending: conclusion,
    },
    {
      rule: `where no rule has words of its own, an inspection concludes in general ones: ${conclusion}`,
      item: 'otc-retail',
      receivedOn: '2026-03-02',
      opening: { childOf },
      acts: [
        ...begun,
        act('2026-03-18', 'inspectGeneric', conclusion, defectsOf('minor')),
        act('2026-03-20', 'auditReport', 'regrade', { ...defectsOf('minor'), conclusion }),
      ],
      ending: conclusion,
    },
  ]),
  {
    ...drug,
    rule: 'whoever inspected does not audit the report',
    acts: [
      ...begun,
      { ...act('2026-03-18', 'inspectDrug', 'conforms'), by: { personId: 'same', postId: 'i', role: 'INS' } },
      {
        ...act('2026-03-20', 'auditReport', 'uphold'),
        by: { personId: 'same', postId: 'd', role: 'DISP' },
        refused: 'SEPARATION',
      },
    ],
    ending: null,
  },
];
