import type { Field } from '@lianban/domain/field';
import { text } from '@lianban/domain/text';
import { catalogue, type OutcomeSpec } from '../../vocabulary/step.ts';
import { questions } from '../building-blocks/assistance.ts';
import { reasons } from '../building-blocks/fields.ts';
import { separation } from './report-steps.ts';
import { answer, category, helpers, into, rulesOfWork, implementation, unit } from './fields.ts';

const department = {
  name: 'department',
  label: text('责任部门', 'Department in charge'),
  kind: { type: 'line', maxLength: 120 },
  required: true,
} as const satisfies Field;

/** The requester gives the request up, and whoever they told enters it. */
export const recordWithdrawal = {
  title: text('登记撤回', 'Enter the withdrawal'),
  form: [reasons],
  documents: ['withdrawalNotice'],
} as const satisfies OutcomeSpec;

/** Other units help; the lead stays. */
export const askHelp = {
  title: text('需协助', 'Ask other units for help'),
  form: [helpers],
  documents: ['assistSlip'],
} as const satisfies OutcomeSpec;

/** Too hard for one unit: upwards. */
export const escalate = { title: text('报科标处', 'Escalate'), form: [reasons] } as const satisfies OutcomeSpec;

/** S1 待受理 and S4 转交待签收: who takes the request. */
export const acceptingSteps = catalogue({
  accept: {
    title: text('诉求受理', 'Accept the request'),
    owner: 'DLO',
    limit: 'liaison.sign',
    policy: 'NUDGE',
    basis: [rulesOfWork],
    clock: 'none',
    outcomes: {
      acceptOwn: {
        title: text('受理自办', 'Accept and handle'),
        form: [category],
        documents: ['requestReceipt'],
        tone: 'primary',
      },
      answerDirectly: { title: text('直接答复', 'Answer directly'), form: [answer] },
      askHelp,
      transfer: { title: text('转交', 'Transfer'), form: [unit, reasons], documents: ['transferSlip'] },
      toPlatform: {
        title: text('转八张问题清单', 'Refer to the platform of the eight lists'),
        form: [department, reasons],
        documents: ['platformReferral'],
      },
      toOtherBureau: {
        title: text('函转对方省局', 'Write to the other bureau'),
        form: [questions, reasons],
      },
      escalate,
      merge: {
        title: text('重复合并', 'Merge a duplicate'),
        form: [into, reasons],
        documents: ['mergerNotice'],
        irreversible: true,
      },
      separate: {
        title: text('含违法线索，分离办理', 'Separate a report of illegality'),
        form: separation,
        irreversible: true,
      },
      toWindow: {
        title: text('属许可申请，指引窗口', 'Point to the window'),
        form: [reasons],
        documents: ['windowPointer'],
        irreversible: true,
      },
      notRequest: {
        title: text('不属诉求', 'No liaison request'),
        form: [reasons],
        documents: ['notRequestNotice'],
        tone: 'danger',
        irreversible: true,
      },
      recordWithdrawal,
    },
  },
  mayDispute: {
    title: text('转交异议期', 'Time to dispute the transfer'),
    owner: 'ILO',
    limit: 'liaison.reject.dispute',
    policy: 'LAPSE',
    lapse: { means: text('逾期未提异议，视为接受', 'Not disputed in time: it counts as taken') },
    basis: [rulesOfWork],
    clock: 'none',
    outcomes: {},
  },
  signTransfer: {
    title: text('转交签收', 'Sign for the transfer'),
    owner: 'ILO',
    limit: 'liaison.sign',
    policy: 'NUDGE',
    basis: [rulesOfWork],
    clock: 'none',
    outcomes: {
      sign: { title: text('签收', 'Sign'), documents: ['requestReceipt'], tone: 'primary' },
      reject: { title: text('退回（异议）', 'Return with a dispute'), form: [reasons] },
    },
  },
  reviewPolicy: {
    title: text('政策跟踪复核', 'Look at the policy again'),
    owner: 'DLO',
    limit: 'liaison.policyReview',
    policy: 'NUDGE',
    basis: [implementation],
    clock: 'none',
    outcomes: {
      stillUnsupported: {
        title: text('仍不支持', 'Still not supported'),
        form: [reasons],
        documents: ['policyReview'],
        tone: 'primary',
      },
      changed: {
        title: text('政策变化，重启', 'Policy has changed: begin again'),
        form: [reasons],
        documents: ['policyReview'],
      },
      conclude: { title: text('归档', 'Close the file'), form: [reasons], documents: ['policyReview'] },
    },
  },
});
