import type { Field } from '@lianban/domain/field';
import { text } from '@lianban/domain/text';

/** How an answer of the other bureau came: on paper, by telephone with the paper to follow, or through the exchange. */
const channel = {
  name: 'channel',
  label: text('来函方式', 'How it came'),
  hint: text('电话告知的，书面材料后补', 'What was told by telephone is followed by paper'),
  kind: {
    type: 'choice',
    options: [
      { value: 'paper', label: text('书面函件', 'On paper') },
      { value: 'telephone', label: text('电话记录', 'By telephone') },
      { value: 'exchange', label: text('系统交换', 'Through the exchange') },
    ],
  },
  required: true,
} as const satisfies Field;

const theirNumber = {
  name: 'theirNumber',
  label: text('对方文号', 'Their number'),
  kind: { type: 'line', maxLength: 100 },
  required: false,
} as const satisfies Field;

/** What is entered beside every answer of the other bureau that an officer here writes down. */
export const asReceived = [channel, theirNumber] as const;

/** The paper in which both bureaus agree: without it there is no consent. */
export const consensus = {
  name: 'consensus',
  label: text('一致意见文件或会议纪要', 'Document or minutes of the agreement'),
  kind: { type: 'line', maxLength: 200 },
  required: true,
} as const satisfies Field;
