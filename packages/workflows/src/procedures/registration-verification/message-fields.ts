import type { Field } from '@lianban/domain/field';
import { text } from '@lianban/domain/text';

/** Number of a message from a national body. */
export const number = {
  name: 'number',
  label: text('来文编号', 'Number of the message'),
  kind: { type: 'line', maxLength: 60 },
  required: true,
} as const satisfies Field;

/** A day that a message or a plan may give. */
export const day = <const N extends string>(name: N, zh: string, en: string) =>
  ({ name, label: text(zh, en), kind: { type: 'date' }, required: false, flow: true }) as const satisfies Field;

/** Articles that nobody could look up. */
export const recalled = { note: text('凭记忆', 'recalled') };

/** What records a message. */
export const message = ['nationalMessage'] as const;
