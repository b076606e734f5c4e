import type { Field } from '@lianban/domain/field';
import { text } from '@lianban/domain/text';
import { catalogue } from '../../vocabulary/step.ts';
import { opinion, reasons, statement } from '../building-blocks/fields.ts';
import { heldOn, implementation, instruction, leading, legalBasis, minutes, rulesOfWork, unit } from './fields.ts';

const planOf = (name: 'responsibilities' | 'plan', zh: string, en: string) =>
  ({ name, label: text(zh, en), kind: { type: 'prose', maxLength: 4000 }, required: true }) as const satisfies Field;
const plan = [
  planOf('responsibilities', '责任分工', 'Who answers for what'),
  planOf('plan', '解决方案', 'Plan'),
] as const;

/** S5 科标处分办 to S8 外部转办: where a request goes that one unit cannot settle. */
export const climbingSteps = catalogue({
  dispatch: {
    title: text('科标处分办', 'Assign the request'),
    owner: 'TECH',
    limit: { clock: 'handling' },
    policy: 'NUDGE',
    basis: [rulesOfWork, leading],
    clock: 'none',
    outcomes: {
      assign: { title: text('分办', 'Assign'), form: [unit, opinion], documents: ['dispatchSlip'], tone: 'primary' },
      requestInstruction: {
        title: text('报批示', 'Ask for an instruction'),
        form: [reasons],
        documents: ['routingSlip'],
      },
    },
  },
  instruct: {
    title: text('分管领导批示', 'Instruct'),
    owner: 'DL',
    limit: 'liaison.instruct',
    policy: 'NUDGE',
    basis: [rulesOfWork],
    clock: 'none',
    outcomes: {
      assign: {
        title: text('批示明确承办', 'Name the unit'),
        form: [instruction, unit],
        documents: ['instruction'],
        tone: 'primary',
        irreversible: true,
      },
      callMeeting: {
        title: text('提请审议', 'Call for a meeting'),
        form: [instruction],
        documents: ['instruction'],
        irreversible: true,
      },
      returnToOffice: {
        title: text('退回补充', 'Return for more'),
        form: [instruction],
        documents: ['instruction'],
        irreversible: true,
      },
    },
  },
  prepareAgenda: {
    title: text('准备议题材料', 'Prepare the agenda item'),
    owner: 'TECH',
    limit: { clock: 'handling' },
    policy: 'NUDGE',
    basis: [implementation],
    clock: 'none',
    outcomes: {
      submit: { title: text('提交议题', 'Submit'), form: plan, documents: ['agendaMaterial'], tone: 'primary' },
    },
  },
  deliberate: {
    title: text('党组会、局长办公会审议', 'Deliberate in the bureau meeting'),
    owner: 'BMO',
    limit: 'liaison.meeting',
    policy: 'NUDGE',
    basis: [implementation],
    clock: 'none',
    outcomes: {
      approve: {
        title: text('审议通过', 'Approve'),
        form: [heldOn, minutes, unit],
        documents: ['partyMeetingMinutes'],
        tone: 'primary',
        irreversible: true,
      },
      revise: {
        title: text('修改后再议', 'Revise and bring again'),
        form: [heldOn, minutes],
        documents: ['partyMeetingMinutes'],
        irreversible: true,
      },
      reject: {
        title: text('不予通过', 'Do not approve'),
        form: [heldOn, minutes, legalBasis],
        documents: ['partyMeetingMinutes', 'policyExplanation'],
        tone: 'danger',
        irreversible: true,
      },
    },
  },
  awaitPlatform: {
    title: text('等待外部答复', 'Wait for the answer from outside'),
    owner: 'TECH',
    limit: 'liaison.platform.chase',
    policy: 'CHASE',
    lapse: {
      means: text('一个月未答复，向对方催办', 'A month without an answer: the other side is reminded'),
      documents: ['platformReminder'],
    },
    basis: [rulesOfWork],
    clock: 'none',
    outcomes: {
      answered: { title: text('登记答复', 'Enter the answer'), form: [statement], tone: 'primary' },
      returned: { title: text('登记退回', 'Enter the return'), form: [reasons] },
    },
  },
});
