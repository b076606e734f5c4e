import { isCivilDate } from '@lianban/domain/civil-date';
import { safeText, safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';

/** Ids of items are names in small letters. */
const MAX_KEY = 60;
/** More than any item asks for. */
const MAX_MATERIALS = 60;

/** One line of at most that many characters. */
const line = (maxLength: number) =>
  safeTextUpTo(maxLength).refine((value) => !/[\r\n]/.test(value), { error: 'One line only' });

const day = safeText.refine(isCivilDate, { error: 'No such day', params: { code: 'NO_SUCH_DATE' } });

/** What may be saved in a draft: everything may be missing, but what is there must be fit to be kept. */
export const contentInput = z.strictObject({
  route: z.enum(['commitment', 'ordinary']).optional(),
  contact: line(60).optional(),
  phone: line(40).optional(),
  premises: line(200).optional(),
  materials: z
    .record(line(MAX_KEY).min(1), z.strictObject({ provided: z.boolean(), note: safeTextUpTo(500) }))
    .refine((materials) => Object.keys(materials).length <= MAX_MATERIALS, { error: 'Too many materials' })
    .optional(),
  conditionsMetOn: day.nullable().optional(),
  signature: z
    .strictObject({ noticeVersion: line(MAX_KEY), name: line(60) })
    .nullable()
    .optional(),
});

/** Code of an item of the catalogue. */
export const itemCode = line(MAX_KEY).min(1);
