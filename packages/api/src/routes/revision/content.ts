import { isCivilDate } from '@lianban/domain/civil-date';
import { safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';

/** The text of a calendar file; a year has some fifty lines. */
export const calendarContent = z.string().min(1).max(100_000);

/** Why something is revised, in the words of whoever proposes or decides. */
export const reasonText = safeTextUpTo(500).refine((reason) => reason.trim() !== '', { error: 'A reason is needed' });

/** A day of the calendar. */
export const calendarDate = z
  .string()
  .max(10)
  .refine(isCivilDate, { error: 'No such day', params: { code: 'NO_SUCH_DATE' }, abort: true });
