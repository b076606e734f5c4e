import { text } from '@lianban/domain/text';
import { catalogue, type OutcomeSpec } from '../../vocabulary/step.ts';
import { opinion, reasons, statement } from '../building-blocks/fields.ts';
import { closedLoop, leading, officers, rulesOfWork } from './fields.ts';

const ratings = {
  satisfied: { title: text('满意', 'Satisfied'), form: [opinion], tone: 'primary' },
  dissatisfied: { title: text('不满意', 'Dissatisfied'), form: [reasons] },
} as const satisfies Record<string, OutcomeSpec>;

/** What goes on beside the handling, and what follows the answer: progress, the cap, the rating, the file. */
export const followingSteps = catalogue({
  withdraw: {
    title: text('撤回诉求', 'Withdraw the request'),
    owner: 'APP',
    limit: null,
    policy: 'NUDGE',
    basis: [rulesOfWork],
    clock: 'none',
    outcomes: {
      withdraw: {
        title: text('撤回', 'Withdraw'),
        form: [reasons],
        documents: ['withdrawalNotice'],
        tone: 'danger',
        irreversible: true,
      },
    },
  },
  reportProgress: {
    title: text('阶段反馈', 'Report progress'),
    owner: 'DLO',
    limit: 'liaison.feedback',
    policy: 'NUDGE',
    basis: [rulesOfWork, officers],
    clock: 'none',
    outcomes: {
      report: { title: text('反馈进展', 'Report'), form: [statement], documents: ['progressReport'], tone: 'primary' },
    },
  },
  watchCap: {
    title: text('最长办理期', 'Longest handling'),
    owner: 'DLO',
    limit: { clock: 'cap' },
    policy: 'NUDGE',
    lapse: {
      means: text('超过最长办理期，报局长', 'Beyond the cap: the director-general is told'),
      documents: ['capReport'],
    },
    basis: [leading],
    clock: 'none',
    outcomes: { lengthen: { title: text('申请延长最长办理期', 'Ask for a longer cap'), form: [reasons] } },
  },
  approveLongerCap: {
    title: text('审批延长最长办理期', 'Decide on a longer cap'),
    owner: 'DL',
    limit: { clock: 'cap' },
    policy: 'LAPSE',
    lapse: { means: text('最长办理期届满未批准，申请失效', 'Not approved in time: the request falls') },
    basis: [leading],
    clock: 'none',
    notBy: ['watchCap'],
    outcomes: {
      grant: { title: text('同意延长', 'Allow'), form: [reasons], tone: 'primary' },
      refuse: { title: text('不同意延长', 'Do not allow'), form: [reasons] },
    },
  },
  readCapReport: {
    title: text('阅处超期报告', 'Deal with the report on the cap'),
    owner: 'HEAD',
    limit: 'internal.approval',
    policy: 'NUDGE',
    basis: [leading],
    clock: 'none',
    outcomes: { read: { title: text('阅处', 'Deal with it'), form: [reasons], tone: 'primary' } },
  },
  rate: {
    title: text('满意度评价', 'Rate the answer'),
    owner: 'APP',
    limit: 'liaison.satisfaction',
    policy: 'LAPSE',
    lapse: { means: text('逾期未评价，默认满意', 'Not rated in time: it counts as satisfactory') },
    basis: [closedLoop],
    clock: 'none',
    outcomes: ratings,
  },
  recordRating: {
    title: text('登记满意度', 'Enter the rating'),
    owner: 'DLO',
    limit: null,
    policy: 'NUDGE',
    basis: [closedLoop],
    clock: 'none',
    outcomes: ratings,
  },
  archive: {
    title: text('评价归档', 'Close the file'),
    owner: 'TECH',
    limit: 'internal.approval',
    policy: 'NUDGE',
    basis: [closedLoop, leading],
    clock: 'none',
    outcomes: { archive: { title: text('归档', 'Close'), form: [opinion], tone: 'primary' } },
  },
});
