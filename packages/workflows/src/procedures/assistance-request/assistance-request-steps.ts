import type { Field } from '@lianban/domain/field';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { catalogue } from '../../vocabulary/step.ts';
import { opinion, reasons, secondInspector, statement } from '../building-blocks/fields.ts';

/** What is written to the other bureau goes with the answer. */
const toldReasons = { ...reasons, flow: true } as const satisfies Field;
const toldStatement = {
  ...statement,
  label: text('核查情况与结论', 'What was found'),
  flow: true,
} as const satisfies Field;

const competentBody = {
  name: 'competentBody',
  label: text('有权处理的机关', 'Competent body'),
  kind: { type: 'line', maxLength: 100 },
  required: true,
  flow: true,
} as const satisfies Field;

const district = {
  name: 'district',
  label: text('承办的区县市场监管局', 'District bureau in charge'),
  kind: { type: 'line', maxLength: 100 },
  required: true,
} as const satisfies Field;

const replyBy = {
  name: 'replyBy',
  label: text('预计回函日期', 'Day by which we shall answer'),
  kind: { type: 'date' },
  required: true,
  flow: true,
  after: 'today',
} as const satisfies Field;

const basis = [cite('PEN', '26'), cite('PP', '')] as const;

/** 跨省协查 as whoever is asked sees it: signed for, assigned, looked into by two, and answered under seal. */
export const assistanceRequestSteps = catalogue({
  signFor: {
    title: text('签收协助调查函', 'Sign for the letter'),
    owner: 'OFF',
    limit: 'assist.sign',
    policy: 'NUDGE',
    basis,
    clock: 'none',
    outcomes: {
      accept: { title: text('签收', 'Sign for it'), form: [opinion], documents: ['letterReceipt'], tone: 'primary' },
      returnLetter: {
        title: text('退回（材料不全，一次）', 'Return as incomplete, once'),
        form: [toldReasons],
        documents: ['assistanceReturn'],
      },
      nameCompetent: {
        title: text('指明有权机关', 'Name the competent body'),
        form: [competentBody, toldReasons],
        documents: ['assistanceReturn'],
      },
    },
  },
  assign: {
    title: text('指派', 'Assign'),
    owner: 'SEC',
    limit: 'assist.assign',
    policy: 'NUDGE',
    basis,
    clock: 'none',
    outcomes: {
      assign: {
        title: text('指派检查单位（两人以上）', 'Assign to the inspectorate, two officers at least'),
        form: [opinion],
        documents: ['assignmentSheet'],
        tone: 'primary',
      },
      toDistrict: {
        title: text('转办区县', 'Pass on to a district'),
        form: [district, opinion],
        documents: ['assignmentSheet'],
      },
    },
  },
  lookInto: {
    title: text('核查', 'Look into it'),
    owner: 'INS',
    limit: 'assist.reply',
    policy: 'BREACH',
    basis,
    clock: 'none',
    outcomes: {
      complete: {
        title: text('核查完成', 'Established'),
        form: [secondInspector, toldStatement],
        documents: ['assistanceRecord'],
        tone: 'primary',
      },
      partly: {
        title: text('部分完成', 'Established in part'),
        form: [secondInspector, toldStatement],
        documents: ['assistanceRecord'],
      },
      unable: {
        title: text('无法查证', 'Cannot be established'),
        form: [secondInspector, toldReasons],
        documents: ['assistanceRecord'],
      },
      announceDelay: {
        title: text('延期告知（一次）', 'Announce a delay, once'),
        form: [toldReasons, replyBy],
        documents: ['delayLetter'],
        before: { endOf: 'lookInto', otherwise: text('期限已过，不能再延期', 'The limit has passed') },
      },
    },
  },
  enterDistrictFindings: {
    title: text('登记区县核查结果', 'Enter what the district found'),
    owner: 'OFF',
    limit: 'assist.reply',
    policy: 'BREACH',
    basis,
    clock: 'none',
    outcomes: {
      complete: {
        title: text('核查完成', 'Established'),
        form: [toldStatement],
        documents: ['assistanceRecord'],
        tone: 'primary',
      },
      partly: {
        title: text('部分完成', 'Established in part'),
        form: [toldStatement],
        documents: ['assistanceRecord'],
      },
      unable: {
        title: text('无法查证', 'Cannot be established'),
        form: [toldReasons],
        documents: ['assistanceRecord'],
      },
      announceDelay: {
        title: text('延期告知（一次）', 'Announce a delay, once'),
        form: [toldReasons, replyBy],
        documents: ['delayLetter'],
        before: { endOf: 'enterDistrictFindings', otherwise: text('期限已过，不能再延期', 'The limit has passed') },
      },
    },
  },
  signReply: {
    title: text('签发协查回函', 'Sign the answer'),
    owner: 'DL',
    limit: 'assist.reply',
    policy: 'BREACH',
    basis,
    clock: 'none',
    notBy: ['lookInto', 'enterDistrictFindings'],
    outcomes: {
      sign: { title: text('签发', 'Sign'), form: [opinion], documents: ['assistanceAnswer'], tone: 'primary' },
      sendBack: { title: text('退回补充核查', 'Send back'), form: [reasons] },
    },
  },
});
