import type { Field } from '@lianban/domain/field';
import { cite } from '@lianban/domain/law';
import { requestCategories } from '@lianban/domain/liaison';
import { text } from '@lianban/domain/text';

/** Where in document 69 a step stands; its parts have headings and no articles. */
const part = (zh: string, en: string) => cite('CQ69', '', { note: text(zh, en) });

/** 三、（一）: the office of the leading group follows, urges and reports. */
export const leading = part('三、（一）领导机构', 'Part 3(1), leading body');
/** 三、（三）: who liaises. */
export const officers = part('三、（三）联络人员', 'Part 3(3), liaison officers');
/** 三、（四）: how a request is received, handled, passed on and carried upwards. */
export const rulesOfWork = part('三、（四）办事规则', 'Part 3(4), rules of work');
/** 五、（二）: what is complex goes to the meetings, what policy does not support is explained and followed. */
export const implementation = part('五、（二）狠抓工作落实', 'Part 5(2), implementation');
/** 五、（三）: ledgers and reports. */
export const closedLoop = part('五、（三）落实闭环管理', 'Part 5(3), closed loop');

/** The unit that is to do it. */
export const unit = {
  name: 'unit',
  label: text('承办单位', 'Unit'),
  kind: { type: 'unit' },
  required: true,
  flow: true,
} as const satisfies Field;

/** Who helps, and with what. */
export const helpers = {
  name: 'helpers',
  label: text('协办单位', 'Helping units'),
  kind: {
    type: 'rows',
    maxItems: 10,
    columns: [
      { name: 'unit', label: text('单位', 'Unit'), kind: { type: 'unit' }, required: true },
      { name: 'task', label: text('协办事项', 'Task'), kind: { type: 'line', maxLength: 200 }, required: false },
    ],
  },
  required: true,
  flow: true,
} as const satisfies Field;

/** What the request is, as whoever accepts it sees it; decides the limit. */
export const category = {
  name: 'category',
  label: text('诉求类别', 'Kind of request'),
  kind: {
    type: 'choice',
    options: [
      { value: 'consult', label: requestCategories.consult },
      { value: 'help', label: requestCategories.help },
      { value: 'suggestion', label: requestCategories.suggestion },
    ],
  },
  required: true,
  flow: true,
} as const satisfies Field;

/** The answer as it is proposed to the head of the unit. */
export const answer = {
  name: 'answer',
  label: text('答复内容', 'Answer'),
  kind: { type: 'prose', maxLength: 4000 },
  required: true,
} as const satisfies Field;

/** The provision that stands in the way of what is asked. */
export const legalBasis = {
  name: 'legalBasis',
  label: text('政策法规依据', 'Provision'),
  kind: { type: 'line', maxLength: 400 },
  required: true,
} as const satisfies Field;

/** The other request in which this one goes on. */
export const into = {
  name: 'into',
  label: text('并入诉求编号', 'Number of the other request'),
  kind: { type: 'caseNumber', procedure: 'liaison-request' },
  required: true,
  flow: true,
} as const satisfies Field;

/** The words of whoever instructs; kept as they were written. */
export const instruction = {
  name: 'instruction',
  label: text('批示内容', 'Instruction'),
  kind: { type: 'prose', maxLength: 2000 },
  required: true,
} as const satisfies Field;

/** What the meeting resolved. */
export const minutes = {
  name: 'minutes',
  label: text('会议纪要', 'Minutes'),
  kind: { type: 'prose', maxLength: 4000 },
  required: true,
} as const satisfies Field;

/** The day of the meeting. */
export const heldOn = {
  name: 'heldOn',
  label: text('会议日期', 'Day of the meeting'),
  kind: { type: 'date' },
  required: true,
} as const satisfies Field;

/** Whoever was there. */
export const participants = {
  name: 'participants',
  label: text('参会人员', 'Who took part'),
  kind: { type: 'prose', maxLength: 1000 },
  required: true,
} as const satisfies Field;
