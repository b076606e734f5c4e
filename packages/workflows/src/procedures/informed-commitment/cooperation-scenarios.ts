import { civilDate } from '@lianban/domain/civil-date';
import { publishedCalendar, type Scenario, type ScenarioAct } from '../../testing/scenario.ts';
import { OTC, act, by, granted, refused } from './scenario-acts.ts';

/** Another body is asked, by other means. */
const elsewhere = { addressee: 'elsewhere', questions: ['供货方是否具有相应资质'] };

const asked = [
  ...granted('2026-02-12'),
  act('2026-03-02', 'requestAssistance', 'request', elsewhere),
  act('2026-03-03', 'sendAssistance', 'send'),
];

/** One request after the other, each answered by another button so many working days later. */
function answeredAt(level: string, later: number): readonly ScenarioAct[] {
  let on = civilDate('2026-03-02');
  return ['replied', 'unable', 'returned', 'recall'].flatMap((button) => {
    const request = [act(on, 'requestAssistance', 'request', elsewhere), act(on, 'sendAssistance', 'send')];
    on = publishedCalendar.addWorkingDays(on, later);
    return [...request, act(on, level, button)];
  });
}

const questions = { ...elsewhere, addressee: 'otherBureau' };
const written = [
  ...granted('2026-02-12'),
  act('2026-03-02', 'requestAssistance', 'request', questions),
  act('2026-03-03', 'sendAssistance', 'send'),
];
const byLetter = (done: ScenarioAct, closes = true): ScenarioAct => ({ ...done, byLetter: { closes } });

/** Lives in which the other bureau is asked, or evidence is kept, beside the verification. */
export const cooperationScenarios: readonly Scenario[] = [
  {
    rule: 'the other bureau is asked and answers, one request at a time',
    item: OTC,
    receivedOn: '2026-02-12',
    acts: [
      ...asked,
      refused('RIGHT_BLOCKED', '2026-03-04', 'requestAssistance', 'request'),
      act('2026-03-10', 'awaitAssistance', 'replied'),
      act('2026-03-11', 'requestAssistance', 'request', elsewhere),
      act('2026-03-12', 'sendAssistance', 'sendBack'),
      act('2026-03-20', 'verify', 'conforms'),
    ],
    ending: 'verified',
  },
  {
    rule: 'the other bureau is written to from here, announces a delay and answers by letter',
    item: OTC,
    receivedOn: '2026-02-12',
    acts: [
      ...written,
      byLetter(act('2026-03-20', 'awaitAssistance', 'announceDelay', { replyBy: '2026-04-10' }), false),
      byLetter(act('2026-04-08', 'awaitAssistance', 'replied', { statement: '经核查属实' })),
      byLetter({
        ...act('2026-04-09', 'awaitAssistance', 'replied', { statement: '经核查属实' }),
        refused: 'STALE_DUTY',
      }),
      act('2026-04-13', 'verify', 'conforms'),
    ],
    ending: 'verified',
  },
  {
    rule: 'a letter that stays without an answer is waited for at every level, and recalled when the verification ends',
    item: OTC,
    receivedOn: '2026-02-12',
    acts: [
      ...written,
      byLetter({
        ...act('2026-04-16', 'awaitAssistance', 'announceDelay', { replyBy: '2026-05-20' }),
        refused: 'OUTCOME_UNAVAILABLE',
      }),
      act('2026-05-06', 'verify', 'conforms'),
    ],
    ending: 'verified',
  },
  {
    rule: 'a letter that was returned is sent again, and says so; whoever asks no longer recalls it',
    item: OTC,
    receivedOn: '2026-02-12',
    acts: [
      ...written,
      byLetter(act('2026-03-05', 'awaitAssistance', 'returned', { reasons: '材料不全' })),
      act('2026-03-06', 'requestAssistance', 'request', questions),
      act('2026-03-09', 'sendAssistance', 'send'),
      act('2026-03-12', 'awaitAssistance', 'recall'),
      act('2026-03-20', 'verify', 'conforms'),
    ],
    ending: 'verified',
  },
  {
    rule: 'whoever proposes the letter does not sign it',
    item: OTC,
    receivedOn: '2026-02-12',
    acts: [
      ...granted('2026-02-12'),
      by('same', 'INS', act('2026-03-02', 'requestAssistance', 'request', elsewhere)),
      by('same', 'SEC', refused('SEPARATION', '2026-03-03', 'sendAssistance', 'send')),
    ],
    ending: null,
  },
  {
    rule: 'a later answer is announced once, before the limit has passed',
    item: OTC,
    receivedOn: '2026-02-12',
    acts: [
      ...asked,
      act('2026-03-20', 'awaitAssistance', 'announceDelay', { replyBy: '2026-04-10' }),
      refused('OUTCOME_UNAVAILABLE', '2026-03-23', 'awaitAssistance', 'announceDelay'),
      act('2026-04-10', 'awaitAssistance', 'unable'),
      act('2026-04-13', 'verify', 'conforms'),
    ],
    ending: 'verified',
  },
  {
    rule: 'silence of the other bureau leads one level up each time and is never an answer',
    item: OTC,
    receivedOn: '2026-02-12',
    acts: [
      ...asked,
      refused('STALE_DUTY', '2026-03-25', 'awaitAssistance', 'replied'),
      act('2026-04-15', 'awaitJointOffice', 'returned'),
      act('2026-04-16', 'verify', 'conforms'),
    ],
    ending: 'verified',
  },
  ...(
    [
      ['after a reminder', 'awaitReminded', 16],
      ['while the joint office coordinates', 'awaitJointOffice', 21],
      ['when the deputy directors have it', 'awaitLeaders', 31],
    ] as const
  ).map(([when, level, later]): Scenario => ({
    rule: `whatever comes back is entered ${when}`,
    item: OTC,
    receivedOn: '2026-02-12',
    acts: [...granted('2026-02-12'), ...answeredAt(level, later)],
    ending: null,
  })),
  {
    rule: 'what is not needed any more is recalled, by hand or with the verification',
    item: OTC,
    receivedOn: '2026-02-12',
    acts: [
      ...asked,
      act('2026-03-10', 'awaitAssistance', 'recall'),
      act('2026-03-11', 'requestAssistance', 'request', elsewhere),
      act('2026-03-12', 'sendAssistance', 'send'),
      act('2026-03-13', 'verify', 'conforms'),
    ],
    ending: 'verified',
  },
  {
    rule: 'registered evidence is decided on within seven working days (处罚法56)',
    item: OTC,
    receivedOn: '2026-02-12',
    acts: [
      ...granted('2026-02-12'),
      act('2026-03-02', 'registerEvidence', 'register'),
      act('2026-03-11', 'decideOnEvidence', 'giveBack'),
      act('2026-03-12', 'verify', 'conforms'),
    ],
    ending: 'verified',
  },
  {
    rule: 'undecided after seven working days the evidence is set free, and nothing is decided on any more',
    item: OTC,
    receivedOn: '2026-02-12',
    acts: [
      ...granted('2026-02-12'),
      act('2026-03-02', 'registerEvidence', 'register'),
      refused('STALE_DUTY', '2026-03-12', 'decideOnEvidence', 'seize'),
      act('2026-03-13', 'verify', 'conforms'),
    ],
    ending: 'verified',
  },
  {
    rule: 'each registration has its own days, and what is still kept is set free with the case',
    item: OTC,
    receivedOn: '2026-02-12',
    acts: [
      ...granted('2026-02-12'),
      act('2026-03-02', 'registerEvidence', 'register'),
      act('2026-03-03', 'registerEvidence', 'register'),
      act('2026-03-04', 'decideOnEvidence', 'sendToTest'),
      act('2026-03-05', 'decideOnEvidence', 'seize'),
      act('2026-03-06', 'registerEvidence', 'register'),
      act('2026-03-09', 'decideOnEvidence', 'transfer'),
      act('2026-03-10', 'registerEvidence', 'register'),
      act('2026-03-11', 'verify', 'conforms'),
    ],
    ending: 'verified',
  },
];
