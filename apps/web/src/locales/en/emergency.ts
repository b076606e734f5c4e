import type { English } from '../words.ts';
import type chinese from '../zh-CN/emergency.ts';

export default {
  title: 'Emergency access',
  headline: '{{waiting}} waiting to be released, {{running}} running.',
  nothingOpen: 'No emergency access is waiting or running.',
  means:
    'Only the units that work on a secret case and the director see it. Whoever has to see one asks by its number; the director releases it (the deputy when the director asks), it ends by itself, and every read is in the trail.',
  empty: 'Nobody has asked for emergency access yet. Requests and what became of them are listed here.',
  count_one: '{{count}} request',
  count_other: '{{count}} requests',

  toDecide: 'To be decided',
  nowRunning: 'Running',
  past: 'Past',

  caption: 'Requests for emergency access, the latest first',
  who: 'Who asked',
  case: 'Case number',
  why: 'Reason',
  until: 'Until',
  state: 'State',
  acts: 'Acts',
  you: 'You',
  numberHidden: 'number not shown',
  askedAt: 'asked {{when}}',

  asked: 'Waiting',
  missed: 'Not released in time',
  refused: 'Refused',
  running: 'Running',
  over: 'Ended by itself',
  ended: 'Ended early',
  releasedBy: 'released by {{name}}, {{when}}',
  refusedBy: 'refused by {{name}}, {{when}}',
  endedBy: 'ended by {{name}}, {{when}}',
  because: 'Reason: {{reason}}',

  release: 'Release',
  releaseOf: 'Release the request of {{name}}',
  refuse: 'Refuse',
  refuseOf: 'Refuse the request of {{name}}',
  refuseMeans: 'Whoever asked is shown the reason.',
  end: 'End',
  endOf: 'End the access of {{name}}',
  released: 'Released; it ends by itself.',
  refusedNow: 'Refused.',
  endedNow: 'The access has ended.',
} satisfies English<typeof chinese>;
