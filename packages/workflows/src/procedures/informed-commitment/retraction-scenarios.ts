import { civilDate } from '@lianban/domain/civil-date';
import type { Scenario, ScenarioAct } from '../../testing/scenario.ts';
import { OTC, act, by, granted } from './scenario-acts.ts';

/** On that day whoever used this button of this step takes it back. */
const takenBack = (on: string, step: string, outcome: string): ScenarioAct => ({ on, step, outcome, takenBack: true });
const notTakenBack = (code: string, act: ScenarioAct): ScenarioAct => ({ ...act, refused: code });

/** Lives in which somebody takes an own act back (ADR 0022), each named after the rule it shows. */
export const retractionScenarios: readonly Scenario[] = [
  {
    rule: 'an act that nobody has gone on from is taken back by who did it, and done again',
    item: OTC,
    receivedOn: '2026-02-12',
    acts: [
      act('2026-02-12', 'intake', 'accept'),
      notTakenBack('RETRACT_OUTWARD', takenBack('2026-02-12', 'intake', 'accept')),
      act('2026-02-12', 'propose', 'proposeRefusal'),
      by('somebody else', 'OFF', notTakenBack('RETRACT_NOT_OWN', takenBack('2026-02-12', 'propose', 'proposeRefusal'))),
      takenBack('2026-02-12', 'propose', 'proposeRefusal'),
      notTakenBack('RETRACTED', takenBack('2026-02-12', 'propose', 'proposeRefusal')),
      act('2026-02-12', 'propose', 'proposeGrant'),
      act('2026-02-12', 'decide', 'grant'),
      notTakenBack('RETRACT_OUTWARD', takenBack('2026-02-12', 'decide', 'grant')),
      act('2026-02-13', 'deliver', 'delivered'),
      act('2026-03-20', 'verify', 'conforms'),
    ],
    ending: 'verified',
  },
  {
    rule: 'what somebody has gone on from stays, until that is taken back too',
    item: OTC,
    receivedOn: '2026-02-12',
    acts: [
      act('2026-02-12', 'intake', 'accept'),
      act('2026-02-12', 'propose', 'proposeGrant'),
      act('2026-02-12', 'decide', 'sendBack'),
      notTakenBack('RETRACT_ACTED_ON', takenBack('2026-02-12', 'propose', 'proposeGrant')),
      takenBack('2026-02-12', 'decide', 'sendBack'),
      takenBack('2026-02-12', 'propose', 'proposeGrant'),
      act('2026-02-12', 'propose', 'proposeRefusal'),
      act('2026-02-12', 'decide', 'refuse'),
    ],
    ending: 'refused',
  },
  {
    rule: 'an act in one line is taken back while the other goes on, and every last day stays',
    item: OTC,
    receivedOn: '2026-02-12',
    opening: { commitment: { noticeVersion: 'test', conditionsMetOn: civilDate('2026-03-10') } },
    acts: [
      ...granted('2026-02-12'),
      act('2026-03-05', 'verify', 'falseCommitment'),
      act('2026-03-06', 'proposeNotice', 'propose'),
      act('2026-03-09', 'proveConditions', 'submit'),
      takenBack('2026-03-10', 'proposeNotice', 'propose'),
      act('2026-03-11', 'proposeNotice', 'propose'),
      act('2026-03-11', 'giveNotice', 'sendBack'),
      takenBack('2026-03-11', 'giveNotice', 'sendBack'),
      act('2026-03-12', 'giveNotice', 'give'),
      notTakenBack('RETRACT_OUTWARD', takenBack('2026-03-12', 'giveNotice', 'give')),
    ],
    ending: null,
  },
];
