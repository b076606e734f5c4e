import { z } from 'zod';

/** Whether PostgreSQL and JSON can both keep the text as it is: no NUL, no surrogate without its other half. */
export const isSafeText = (value: string): boolean => !/[\0\p{Surrogate}]/u.test(value);

/** Length as a reader counts it: code points, so that 𠮷 is one. */
export const codePoints = (value: string): number => [...value].length;

/** Refuses text that cannot be kept, with the code INVALID_TEXT in the issue's `params`. */
export const safeText = z
  .string()
  .refine(isSafeText, { error: 'Text holds NUL or half a character', params: { code: 'INVALID_TEXT' }, abort: true });

/** {@link safeText} of at most that many code points. */
export const safeTextUpTo = (maxLength: number) =>
  safeText.refine((value) => codePoints(value) <= maxLength, { error: `At most ${maxLength} characters` });
