import type { FlowValues } from '@lianban/domain/field';
import type { Scenario } from '../../testing/scenario.ts';
import type { ChildOf } from '../../vocabulary/opening.ts';
import { act, defectsOf } from '../ordinary-permit/scenario-acts.ts';

const childOf: ChildOf = {
  ...{ caseId: 'parent', duty: 'rectify' },
  matter: { ...defectsOf('major'), endedOn: '2026-03-19', reissued: false },
};
const base = { item: 'drug-production-licence', receivedOn: '2026-03-20', opening: { childOf } } as const;
const plan = (...days: readonly string[]): FlowValues => ({
  planned: days.map((until, at) => ({ number: String(at + 1), until })),
});

/** Lives of rectifications, each showing one rule. */
export const scenarios: readonly Scenario[] = [
  {
    ...base,
    rule: 'a report that is accepted ends the rectification',
    acts: [act('2026-04-10', 'rectify', 'submit'), act('2026-04-20', 'reviewRectification', 'accept')],
    ending: 'rectified',
  },
  {
    ...base,
    rule: 'no report within thirty working days of the inspection fails it (药品检查管理办法)',
    acts: [],
    until: '2026-05-15',
    ending: 'fails',
  },
  { ...base, rule: 'who gives up fails', acts: [act('2026-04-10', 'rectify', 'abandon')], ending: 'fails' },
  {
    ...base,
    rule: 'the limit is lengthened once, by ten working days',
    acts: [
      act('2026-04-20', 'requestMoreRectification', 'request'),
      act('2026-04-21', 'grantMoreRectification', 'grant'),
      { ...act('2026-04-22', 'requestMoreRectification', 'request'), refused: 'RIGHT_BLOCKED' },
      act('2026-05-12', 'rectify', 'submit'),
      act('2026-05-20', 'reviewRectification', 'accept'),
    ],
    ending: 'rectified',
  },
  {
    ...base,
    rule: 'further explanation and the re-check on the spot are asked for and not counted in the review',
    acts: [
      act('2026-04-20', 'requestMoreRectification', 'request'),
      act('2026-04-21', 'grantMoreRectification', 'refuse'),
      act('2026-04-22', 'rectify', 'submit'),
      act('2026-04-24', 'reviewRectification', 'askMaterial'),
      act('2026-05-06', 'addMaterial', 'submit'),
      { ...act('2026-05-07', 'reviewRectification', 'askMaterial'), refused: 'OUTCOME_UNAVAILABLE' },
      act('2026-05-07', 'reviewRectification', 'checkOnSite'),
      act('2026-05-15', 'recheckOnSite', 'passed'),
    ],
    ending: 'rectified',
  },
  {
    ...base,
    rule: 'explanation that does not come leaves the report as it stands',
    acts: [
      act('2026-04-10', 'rectify', 'submit'),
      act('2026-04-13', 'reviewRectification', 'askMaterial'),
      act('2026-05-06', 'reviewRectification', 'accept'),
    ],
    ending: 'rectified',
  },
  {
    ...base,
    rule: 'two failed rounds are the end of it',
    acts: [
      act('2026-04-10', 'rectify', 'submit'),
      act('2026-04-13', 'reviewRectification', 'checkOnSite'),
      act('2026-04-15', 'recheckOnSite', 'failed'),
      act('2026-04-20', 'rectify', 'submit'),
      act('2026-04-22', 'reviewRectification', 'reject'),
    ],
    ending: 'fails',
  },
  {
    ...base,
    rule: 'the second round may succeed',
    acts: [
      act('2026-04-10', 'rectify', 'submit'),
      act('2026-04-13', 'reviewRectification', 'reject'),
      act('2026-04-20', 'rectify', 'submit'),
      act('2026-04-22', 'reviewRectification', 'accept'),
    ],
    ending: 'rectified',
  },
  {
    ...base,
    rule: 'what is planned for later has a day of its own each, and all of it has to be kept',
    acts: [
      act('2026-04-10', 'rectify', 'submit', plan('2026-06-30', '2026-07-31')),
      act('2026-04-20', 'reviewRectification', 'accept'),
      act('2026-06-15', 'completePlanned', 'submit'),
      act('2026-06-16', 'checkPlanned', 'passed'),
      act('2026-07-30', 'completePlanned', 'submit'),
      act('2026-07-31', 'checkPlanned', 'passed'),
    ],
    ending: 'rectified',
  },
  {
    ...base,
    rule: 'a planned day that passes fails the whole, and so does a completion that is not accepted',
    acts: [
      act('2026-04-10', 'rectify', 'submit', plan('2026-06-30', '2026-07-31')),
      act('2026-04-20', 'reviewRectification', 'accept'),
      act('2026-06-15', 'completePlanned', 'submit'),
      act('2026-06-16', 'checkPlanned', 'failed'),
    ],
    until: '2026-08-05',
    ending: 'fails',
  },
  {
    ...base,
    rule: 'defects that were issued again after the audit give ten working days more, as recalled, and the extension on top',
    opening: { childOf: { ...childOf, matter: { ...childOf.matter, reissued: true } } },
    acts: [
      act('2026-05-14', 'requestMoreRectification', 'request'),
      act('2026-05-15', 'grantMoreRectification', 'grant'),
      act('2026-05-29', 'rectify', 'submit'),
      act('2026-06-02', 'reviewRectification', 'accept'),
    ],
    ending: 'rectified',
  },
  {
    ...base,
    rule: 'a second report says anew what is unfinished, and its days are those that count',
    acts: [
      act('2026-04-10', 'rectify', 'submit', plan('2026-06-30')),
      act('2026-04-13', 'reviewRectification', 'reject'),
      act('2026-04-20', 'rectify', 'submit', plan('2026-07-15')),
      act('2026-04-22', 'reviewRectification', 'accept'),
      act('2026-07-14', 'completePlanned', 'submit'),
      act('2026-07-15', 'checkPlanned', 'passed'),
    ],
    ending: 'rectified',
  },
  {
    rule: 'a device is rectified within six months, as the guide of the verification has it (2015, unverified)',
    item: 'device-production-licence',
    receivedOn: '2026-03-20',
    opening: { childOf },
    acts: [act('2026-09-18', 'rectify', 'submit'), act('2026-09-21', 'reviewRectification', 'accept')],
    ending: 'rectified',
  },
];
