import { z } from 'zod';
import { codePoints, isSafeText } from './characters.ts';

/** Refuses text that cannot be kept, with the code INVALID_TEXT in the issue's `params`. */
export const safeText = z
  .string()
  .refine(isSafeText, { error: 'Text holds NUL or half a character', params: { code: 'INVALID_TEXT' }, abort: true });

/** {@link safeText} of at most that many code points. */
export const safeTextUpTo = (maxLength: number) =>
  safeText.refine((value) => codePoints(value) <= maxLength, { error: `At most ${maxLength} characters` });
