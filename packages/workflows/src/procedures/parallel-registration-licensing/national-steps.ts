import type { Field } from '@lianban/domain/field';
import { cite } from '@lianban/domain/law';
import { text } from '@lianban/domain/text';
import { catalogue } from '../../vocabulary/step.ts';
import { opinion, statement } from '../building-blocks/fields.ts';

const number = {
  name: 'number',
  label: text('来文编号', 'Number of the message'),
  kind: { type: 'line', maxLength: 60 },
  required: true,
} as const satisfies Field;
const day = <const N extends string>(name: N, zh: string, en: string) =>
  ({ name, label: text(zh, en), kind: { type: 'date' }, required: false, flow: true }) as const satisfies Field;
const message = { documents: ['nationalMessage'] } as const;
const recorded = { owner: 'OFF', limit: null, policy: 'NUDGE', clock: 'none' } as const;

/** Class III: what the nation reviews and decides, recorded as it tells (总局令47第93条). */
export const nationalSteps = catalogue({
  recordAcceptance: {
    title: text('登记国家局受理', 'Record the acceptance by the nation'),
    ...recorded,
    basis: [cite('O47', '91')],
    outcomes: {
      record: {
        title: text('登记', 'Record'),
        form: [number, day('acceptedOn', '受理之日', 'Accepted on')],
        ...message,
        tone: 'primary',
      },
    },
  },
  recordNotice: {
    title: text('登记体系核查通知', 'Record the notice of verification'),
    ...recorded,
    limit: 'device.qms.notify',
    policy: 'CHASE',
    basis: [cite('O47', '93')],
    outcomes: {
      record: {
        title: text('登记并通知企业', 'Record and notify'),
        form: [number, day('noticeOn', '通知之日', 'Notice of')],
        documents: ['nationalMessage', 'qmsNotice'],
        tone: 'primary',
      },
    },
  },
  returnResult: {
    title: text('核查结果回告', 'Send the result to the nation'),
    owner: 'DISP',
    limit: 'device.qms.result',
    policy: 'BREACH',
    basis: [cite('O47', '93')],
    clock: 'none',
    outcomes: {
      send: { title: text('回告', 'Send'), form: [opinion], documents: ['resultLetter'], tone: 'primary' },
    },
  },
  recordReview: {
    title: text('登记技术审评结论', 'Record the conclusion of the review'),
    ...recorded,
    basis: [cite('O47', '92')],
    outcomes: {
      passed: { title: text('审评通过', 'Passed'), form: [number, statement], ...message, tone: 'primary' },
      negative: { title: text('审评不通过', 'Negative'), form: [number, statement], ...message },
    },
  },
  recordDecision: {
    title: text('登记注册决定', 'Record the decision on the registration'),
    ...recorded,
    basis: [cite('O47', '94')],
    outcomes: {
      granted: { title: text('准予注册', 'Registered'), form: [number, statement], ...message, tone: 'primary' },
      refused: { title: text('不予注册', 'Not registered'), form: [number, statement], ...message },
    },
  },
});
