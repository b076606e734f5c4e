import type { Field } from '@lianban/domain/field';
import { text } from '@lianban/domain/text';
import { reasons, statement } from './fields.ts';

/** What is written to the other bureau goes with the answer. */
export const toldReasons = { ...reasons, flow: true } as const satisfies Field;

/** The same where something is reported. */
export const toldStatement = { ...statement, flow: true } as const satisfies Field;

/** The paper in which both bureaus agree. */
export const toldConsensus = {
  name: 'consensus',
  label: text('一致意见文件或会议纪要', 'Document or minutes of the agreement'),
  kind: { type: 'line', maxLength: 200 },
  required: true,
  flow: true,
} as const satisfies Field;
