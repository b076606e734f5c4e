import type { Scenario } from '../../testing/scenario.ts';
import { act } from '../liaison-request/scenario-acts.ts';

/** The third quarter of 2026, with two regions that hand in. */
export const thirdQuarter = {
  item: 'quarterly-ledger',
  receivedOn: '2026-09-01',
  opening: {
    quarter: { year: 2026, quarter: 3, units: ['cq-review-centre', 'cq-inspectorate-2'] },
    commitment: null,
  },
} as const satisfies Partial<Scenario>;

const of = (region: 0 | 1, on: string, step: string, outcome: string) => ({
  ...act(on, step, outcome),
  duty: `collect/region${region}/${step}`,
});
/** The same once more, after the check sent it back. */
const again = ({ duty, ...acted }: ReturnType<typeof of>) => ({ ...acted, duty: `${duty}#2` });
const handedIn = (region: 0 | 1, on: string) => [
  of(region, on, 'compile', 'report'),
  of(region, on, 'auditLedger', 'agree'),
];
const readBy = (on: string) => [
  act(on, 'summarise', 'submit'),
  act(on, 'reviewLedger', 'agree'),
  act(on, 'readLedger', 'read'),
];

/** A meeting for that day, to which both regions are called, one of them by mistake twice. */
export const call = (meetingOn: string) => ({
  meetingOn,
  called: ['cq-review-centre', 'cq-inspectorate-2', 'cq-review-centre'].map((unit) => ({ unit })),
});

/** Lives of quarterly ledgers, each showing one rule. */
export const scenarios: readonly Scenario[] = [
  {
    ...thirdQuarter,
    rule: 'every region hands in, the section puts it together, and the leaders read it',
    acts: [...handedIn(0, '2026-09-16'), ...handedIn(1, '2026-09-18'), ...readBy('2026-09-21')],
    ending: 'read',
  },
  {
    ...thirdQuarter,
    rule: 'edge case 35: whoever has not handed in by the day is named, and hands in all the same',
    acts: [
      ...handedIn(0, '2026-09-16'),
      of(1, '2026-09-22', 'compileLate', 'report'),
      of(1, '2026-09-22', 'auditLedger', 'sendBack'),
      again(of(1, '2026-09-23', 'compileLate', 'report')),
      again(of(1, '2026-09-23', 'auditLedger', 'agree')),
      ...readBy('2026-09-24'),
    ],
    ending: 'read',
  },
  {
    ...thirdQuarter,
    rule: 'the section may go on without a region, meets about what is out of the ordinary, and reports again when asked for more',
    acts: [
      ...handedIn(0, '2026-09-16'),
      act('2026-09-22', 'collect', 'goOn'),
      act('2026-09-22', 'summarise', 'callMeeting', call('2026-09-23')),
      act('2026-09-22', 'holdMeeting', 'postpone', { meetingOn: '2026-09-24' }),
      act('2026-09-24', 'holdMeeting', 'held'),
      act('2026-09-24', 'summarise', 'submit'),
      act('2026-09-24', 'reviewLedger', 'returnToOffice'),
      ...readBy('2026-09-25'),
    ],
    ending: 'read',
  },
  {
    ...thirdQuarter,
    rule: 'whoever compiled a ledger does not check it',
    acts: [
      { ...of(0, '2026-09-16', 'compile', 'report'), by: { personId: 'same', postId: 'r', role: 'RLO' } },
      {
        ...of(0, '2026-09-16', 'auditLedger', 'agree'),
        by: { personId: 'same', postId: 's', role: 'SEC' },
        refused: 'SEPARATION',
      },
    ],
    ending: null,
  },
];
