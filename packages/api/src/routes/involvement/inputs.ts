import { safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';
import { dutyReference } from '../duty/reference.ts';

/** Several posts at once; nobody asks more. */
export const posts = z.array(z.uuid()).max(20);
/** What is asked, in the words of whoever asks. */
export const note = safeTextUpTo(500)
  .transform((words) => (words.trim() === '' ? null : words.trim()))
  .nullable()
  .default(null);
/** Why something is handed on or taken back. */
export const reason = safeTextUpTo(500)
  .transform((words) => words.trim())
  .pipe(z.string().min(1));
/** An opinion that is put in writing. */
export const opinion = safeTextUpTo(2000)
  .transform((words) => words.trim())
  .pipe(z.string().min(1));

/** An act on a duty that is done once however often it is sent. */
export const requestOnDuty = dutyReference.extend({ requestId: z.uuid() });

/** Says that it is done. */
export const done = z.object({ done: z.literal(true) });
/** See {@link done}. */
export const DONE = { done: true } as const;
