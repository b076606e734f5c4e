import type { Field } from '@lianban/domain/field';
import { text } from '@lianban/domain/text';
import { catalogue, type OutcomeSpec } from '../../vocabulary/step.ts';
import { opinion, reasons, statement } from '../building-blocks/fields.ts';
import { closedLoop, heldOn, leading, minutes, participants } from '../liaison-request/fields.ts';

const agreed = {
  name: 'agreed',
  label: text('议定事项', 'What was agreed'),
  kind: { type: 'prose', maxLength: 4000 },
  required: true,
} as const satisfies Field;

const held = {
  title: text('已沟通', 'Met'),
  form: [heldOn, participants, agreed, { ...minutes, label: text('沟通纪要', 'Minutes') }],
  documents: ['districtMeetingMinutes'],
  tone: 'primary',
} as const satisfies OutcomeSpec;

/** 领导沟通: once or twice a year with the leaders of each district (五、（三）), followed by the office of the leading group. */
export const meetingSteps = catalogue({
  followYear: {
    title: text('跟踪全年领导沟通', 'Follow the meetings of the year'),
    owner: 'TECH',
    limit: 'liaison.meetings',
    policy: 'LAPSE',
    lapse: { means: text('年度结束，未沟通的列报', 'The year is over: whom nobody met is reported') },
    basis: [closedLoop, leading],
    clock: 'none',
    outcomes: {},
  },
  remindUnits: {
    title: text('三季度提醒', 'Reminder of the third quarter'),
    owner: 'TECH',
    limit: 'liaison.meetings.reminder',
    policy: 'LAPSE',
    lapse: { means: text('仍有区县未沟通的，提醒属地联络单位', 'Units with a district that nobody met are reminded') },
    basis: [closedLoop, leading],
    clock: 'none',
    outcomes: {},
  },
  urgeUnits: {
    title: text('督促开展', 'Urge the units'),
    owner: 'TECH',
    limit: null,
    policy: 'NUDGE',
    basis: [leading],
    clock: 'none',
    outcomes: { urge: { title: text('催办', 'Urge'), form: [opinion], tone: 'primary' } },
  },
  meetLeaders: {
    title: text('与区县领导沟通', 'Meet the leaders of the district'),
    owner: 'RLO',
    limit: 'liaison.meetings',
    policy: 'NUDGE',
    basis: [closedLoop],
    clock: 'none',
    outcomes: { held },
  },
  meetAgain: {
    title: text('年内再次沟通', 'Meet them again within the year'),
    owner: 'RLO',
    limit: null,
    policy: 'NUDGE',
    basis: [closedLoop],
    clock: 'none',
    outcomes: {
      held,
      notPlanned: { title: text('年内不再安排', 'Not again this year'), form: [reasons] },
    },
  },
  reportMissed: {
    title: text('列报未沟通区县', 'Report whom nobody met'),
    owner: 'TECH',
    limit: 'internal.approval',
    policy: 'NUDGE',
    basis: [closedLoop, leading],
    clock: 'none',
    outcomes: {
      report: {
        title: text('向局领导报告', 'Report'),
        form: [statement],
        documents: ['missedMeetingsReport'],
        tone: 'primary',
      },
    },
  },
});
