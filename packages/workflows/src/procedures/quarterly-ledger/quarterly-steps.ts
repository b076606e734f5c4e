import type { Field } from '@lianban/domain/field';
import { text } from '@lianban/domain/text';
import { catalogue, type StepSpec } from '../../vocabulary/step.ts';
import { opinion, reasons, statement } from '../building-blocks/fields.ts';
import { closedLoop, heldOn, leading, minutes, participants } from '../liaison-request/fields.ts';

const remarks = {
  name: 'remarks',
  label: text('情况说明', 'Remarks'),
  kind: { type: 'prose', maxLength: 4000 },
  required: true,
} as const satisfies Field;

/** The day for which the meeting is called; tomorrow at the earliest, so that whoever is called hears of it before. */
const meetingOn = {
  name: 'meetingOn',
  label: text('会议日期', 'Day of the meeting'),
  kind: { type: 'date' },
  required: true,
  flow: true,
  after: 'today',
} as const satisfies Field;

/** Whoever has to come. */
const called = {
  name: 'called',
  label: text('参会单位', 'Units that are called'),
  kind: {
    type: 'rows',
    maxItems: 20,
    columns: [{ name: 'unit', label: text('单位', 'Unit'), kind: { type: 'unit' }, required: true }],
  },
  required: true,
  flow: true,
} as const satisfies Field;

const report = {
  report: { title: text('汇总上报', 'Hand in'), form: [remarks], documents: ['regionalLedger'], tone: 'primary' },
} as const;

/** What a regional unit owes for the quarter, in time or late. */
const compiling = {
  title: text('汇总区域台账', 'Compile the ledger of the region'),
  owner: 'RLO',
  policy: 'NUDGE',
  basis: [closedLoop],
  clock: 'none',
  outcomes: report,
} as const satisfies Omit<StepSpec, 'limit'>;

/** 季度台账: from the regional units to the director-general (五、（三）). */
export const quarterlySteps = catalogue({
  compile: {
    ...compiling,
    limit: 'liaison.ledger',
    lapse: { means: text('逾期未报，予以通报', 'Not handed in in time: it is named'), documents: ['lateLedgerNotice'] },
  },
  compileLate: { ...compiling, title: text('补报区域台账', 'Hand in the ledger late'), limit: 'internal.approval' },
  auditLedger: {
    title: text('审核区域台账', 'Check the ledger of the region'),
    owner: 'SEC',
    limit: 'internal.approval',
    policy: 'NUDGE',
    basis: [closedLoop],
    clock: 'none',
    notBy: ['compile', 'compileLate'],
    outcomes: {
      agree: { title: text('同意报送', 'Agree'), form: [opinion], tone: 'primary' },
      sendBack: { title: text('退回修改', 'Send back'), form: [reasons] },
    },
  },
  collect: {
    title: text('收齐各区域台账', 'Collect the ledgers'),
    owner: 'TECH',
    limit: null,
    policy: 'NUDGE',
    basis: [closedLoop, leading],
    clock: 'none',
    outcomes: { goOn: { title: text('缺报先行汇总', 'Go on without the rest'), form: [reasons] } },
  },
  summarise: {
    title: text('汇总总台账', 'Compile the ledger of the bureau'),
    owner: 'TECH',
    limit: 'internal.approval',
    policy: 'NUDGE',
    basis: [closedLoop, leading],
    clock: 'none',
    outcomes: {
      submit: {
        title: text('向局领导报告', 'Report'),
        form: [statement],
        documents: ['bureauLedger'],
        tone: 'primary',
      },
      callMeeting: { title: text('组织临时调度', 'Call an ad-hoc meeting'), form: [reasons, meetingOn, called] },
    },
  },
  holdMeeting: {
    title: text('临时调度会', 'Ad-hoc meeting'),
    owner: 'TECH',
    limit: 'given',
    policy: 'NUDGE',
    basis: [closedLoop],
    clock: 'none',
    outcomes: {
      held: {
        title: text('已召开', 'Held'),
        form: [heldOn, participants, minutes],
        documents: ['adHocMinutes'],
        tone: 'primary',
      },
      postpone: { title: text('改期', 'Postpone'), form: [reasons, meetingOn] },
    },
  },
  reviewLedger: {
    title: text('分管局领导审阅', 'Review by the deputy'),
    owner: 'DL',
    limit: 'internal.approval',
    policy: 'NUDGE',
    basis: [closedLoop],
    clock: 'none',
    outcomes: {
      agree: { title: text('呈报局长', 'Pass on'), form: [opinion], tone: 'primary' },
      returnToOffice: { title: text('退回补充', 'Return for more'), form: [reasons] },
    },
  },
  readLedger: {
    title: text('局长阅批', 'Reading by the director-general'),
    owner: 'HEAD',
    limit: 'internal.approval',
    policy: 'NUDGE',
    basis: [closedLoop],
    clock: 'none',
    outcomes: {
      read: {
        title: text('阅批', 'Read'),
        form: [remarks],
        documents: ['ledgerInstruction'],
        tone: 'primary',
        irreversible: true,
      },
    },
  },
});
