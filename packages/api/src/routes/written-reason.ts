import { safeTextUpTo } from '@lianban/domain/safe-text';

/** Why something is done, in words, for the trail. */
export const writtenReason = safeTextUpTo(200)
  .trim()
  .refine((written) => written !== '', { error: 'Something has to be written' });
