import type { Field } from '@lianban/domain/field';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { catalogue } from '../../vocabulary/step.ts';
import { reasons, statement } from '../building-blocks/fields.ts';
import { unit } from './fields.ts';

const order20 = cite('COMP', '', { note: text('可能已被替代', 'may have been replaced') });

/** What remains once the report is taken out: it goes on as a request of its own, in words that the officer writes anew. */
const rest = [
  {
    name: 'subject',
    label: text('其余诉求事项', 'Subject of the rest'),
    kind: { type: 'line', maxLength: 80 },
    required: true,
  },
  {
    name: 'text',
    label: text('其余诉求内容', 'The rest of the request'),
    kind: { type: 'prose', maxLength: 4000 },
    required: true,
  },
] as const satisfies readonly Field[];

/** The form of a separation: the rest, and who looks into the report. */
export const separation = [...rest, { ...unit, label: text('核查单位', 'Unit that looks into it') }] as const;

/** A report of illegality that came with a request: looked into in secret, under the limits of reports. */
export const reportSteps = catalogue({
  checkReport: {
    title: text('举报线索核查', 'Look into the report'),
    owner: 'SEC',
    limit: { clock: 'check' },
    policy: 'BREACH',
    basis: [order20],
    clock: 'none',
    outcomes: {
      transfer: {
        title: text('移送案件线索', 'Transfer as a clue'),
        form: [reasons],
        documents: ['caseClueTransfer'],
        tone: 'primary',
        irreversible: true,
      },
      unfounded: { title: text('查无依据', 'Unfounded'), form: [reasons] },
      requestExtension: { title: text('申请延长核查', 'Ask for a longer check'), form: [reasons] },
    },
  },
  approveLongerCheck: {
    title: text('审批延长核查', 'Decide on a longer check'),
    owner: 'HEAD',
    limit: 'internal.approval',
    policy: 'NUDGE',
    basis: [order20],
    clock: 'none',
    notBy: ['checkReport'],
    outcomes: {
      grant: { title: text('同意延长', 'Allow'), form: [reasons], tone: 'primary' },
      refuse: { title: text('不同意延长', 'Do not allow'), form: [reasons] },
    },
  },
  tellReporter: {
    title: text('告知举报人', 'Tell whoever reported'),
    owner: 'SEC',
    limit: 'report.tell',
    policy: 'BREACH',
    basis: [order20],
    clock: 'none',
    outcomes: {
      told: {
        title: text('告知结果', 'Tell the result'),
        form: [statement],
        documents: ['reportResult'],
        tone: 'primary',
      },
    },
  },
});
