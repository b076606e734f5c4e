import type { Field } from '@lianban/domain/field';
import { text } from '@lianban/domain/text';
import { catalogue, type StepSpec } from '../../vocabulary/step.ts';
import { opinion, reasons, statement } from '../building-blocks/fields.ts';
import { askHelp, escalate, recordWithdrawal } from './accepting-steps.ts';
import { answer, implementation, legalBasis, rulesOfWork } from './fields.ts';

const items = {
  name: 'items',
  label: text('需补充的材料', 'What is missing'),
  kind: { type: 'list', maxItems: 20, maxLength: 200 },
  required: true,
} as const satisfies Field;

const beforeTheEnd = {
  endOf: { clock: 'handling' },
  otherwise: text('办理期限已届满，不得再延期', 'The limit has passed and can no longer be extended'),
} as const;

const noCarryOn = { title: text('不再等待，继续办理', 'Go on without it'), form: [reasons] } as const;

/** 延期, once and by no more than the limit itself: by the head of the unit, above it by the deputy. [design] */
const approval = (owner: 'SEC' | 'DL') =>
  ({
    title: text('审批延期', 'Decide on a longer limit'),
    owner,
    limit: { clock: 'handling' },
    policy: 'LAPSE',
    lapse: { means: text('期限届满未批准，延期申请失效', 'Not approved in time: the request falls') },
    basis: [rulesOfWork],
    clock: 'none',
    notBy: ['handle'],
    outcomes: {
      grant: { title: text('同意延期', 'Allow'), form: [reasons], tone: 'primary' },
      refuse: { title: text('不同意延期', 'Do not allow'), form: [reasons] },
    },
  }) as const satisfies StepSpec;

/** S2 本单位办理, S3 协助办理, S9 承办中 and S10 待反馈: from the work to the answer. */
export const handlingSteps = catalogue({
  handle: {
    title: text('诉求办理', 'Handle the request'),
    owner: 'ILO',
    limit: { clock: 'handling' },
    policy: 'NUDGE',
    basis: [rulesOfWork],
    clock: 'none',
    outcomes: {
      proposeReply: { title: text('拟答复', 'Propose an answer'), form: [answer], tone: 'primary' },
      askHelp,
      askMaterial: { title: text('待补充', 'Ask for more'), form: [items] },
      requestExtension: { title: text('申请延期', 'Ask for a longer limit'), form: [reasons], before: beforeTheEnd },
      escalate,
      unsupported: {
        title: text('政策不支持', 'Policy does not support it'),
        form: [reasons, legalBasis],
        documents: ['policyExplanation'],
        irreversible: true,
      },
      recordWithdrawal,
    },
  },
  coordinate: {
    title: text('等待协办', 'Wait for the helpers'),
    owner: 'ILO',
    limit: { clock: 'handling' },
    policy: 'NUDGE',
    basis: [rulesOfWork],
    clock: 'none',
    outcomes: { carryOn: noCarryOn, escalate },
  },
  assist: {
    title: text('协办答复', 'Help the lead'),
    owner: 'ILO',
    limit: 'liaison.assist',
    policy: 'NUDGE',
    basis: [rulesOfWork],
    clock: 'none',
    outcomes: { answer: { title: text('答复', 'Answer'), form: [statement], tone: 'primary' } },
  },
  supplement: {
    title: text('补充材料', 'Hand in what is missing'),
    owner: 'APP',
    limit: null,
    policy: 'NUDGE',
    basis: [rulesOfWork],
    clock: 'paused',
    outcomes: { submit: { title: text('提交', 'Hand in'), form: [statement], tone: 'primary' } },
  },
  recordSupplement: {
    title: text('登记补充材料', 'Enter what was handed in'),
    owner: 'ILO',
    limit: null,
    policy: 'NUDGE',
    basis: [rulesOfWork],
    clock: 'paused',
    outcomes: { record: { title: text('登记', 'Enter'), form: [statement], tone: 'primary' }, carryOn: noCarryOn },
  },
  approveLongerHandling: approval('SEC'),
  approveLongerHandlingAbove: approval('DL'),
  approveReply: {
    title: text('审核答复', 'Approve the answer'),
    owner: 'SEC',
    limit: { clock: 'handling' },
    policy: 'NUDGE',
    basis: [rulesOfWork],
    clock: 'none',
    notBy: ['accept', 'handle'],
    outcomes: {
      approve: { title: text('同意', 'Approve'), form: [opinion], tone: 'primary' },
      sendBack: { title: text('退回修改', 'Send back'), form: [reasons] },
    },
  },
  giveReply: {
    title: text('向诉求人反馈', 'Give the answer'),
    owner: 'DLO',
    limit: { clock: 'handling' },
    policy: 'NUDGE',
    basis: [rulesOfWork, implementation],
    clock: 'none',
    outcomes: {
      reply: {
        title: text('反馈', 'Answer'),
        form: [answer],
        documents: ['replyLetter'],
        tone: 'primary',
        irreversible: true,
      },
      returnForRevision: { title: text('退回修改', 'Return for revision'), form: [reasons] },
    },
  },
});
