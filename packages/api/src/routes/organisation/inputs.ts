import { dutyRoles, unitRoles } from '@lianban/domain/role';
import { safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';
import type { Identity } from '../../identity/identity.ts';
import { actorOf } from '../../identity/identity.ts';
import { USER_NAME } from '../../identity/user-name.ts';
import type { Administrator } from '@lianban/db/organisation/administration';
import { capacityView, poolNameView } from '../../views/organisation.ts';
import { calendarDate, reasonText } from '../revision/content.ts';

const isSaid = (text: string): boolean => text.trim() !== '';

/** A text of one line that has to be filled in. */
export const words = (maxLength: number) =>
  safeTextUpTo(maxLength)
    .refine(isSaid, { error: 'Has to be filled in' })
    .transform((text) => text.trim());

/** Why something is done, in the words of whoever does it. */
export const reason = reasonText.transform((text) => text.trim());

/** What somebody is called. */
export const personName = words(60);
/** What somebody signs in under. */
export const userName = z.string().regex(USER_NAME);
/** Id of a unit. */
export const unitId = z.string().min(1).max(60);
/** Roles that there are in units. */
export const unitRole = z.enum(unitRoles);
/** Roles to which duties can belong. */
export const dutyRole = z.enum(dutyRoles);
/** A day; of an end, null for at once or for none. */
export const day = calendarDate;
/** Open duties may be nobody's afterwards: whoever asks has been told and goes on. */
export const confirmed = z.boolean().default(false);

export const letter = z.object({ number: words(60), from: day, to: day.nullable() });

const place = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unit'), unitId, role: unitRole }),
  z.object({
    ...{ kind: z.literal('enterprise'), enterpriseId: z.uuid(), capacity: capacityView, letter: letter.nullable() },
  }),
]);

/** A post with its days. */
export const grant = z.object({ place, since: day, until: day.nullable() });

/** What a unit is called, and where the public may ask. */
export const unitNames = { nameZh: words(60), nameEn: words(100), phone: words(30).nullable() };

/** What a certificate says. */
export const certificate = {
  ...{ kind: words(60), level: words(30), certificateNumber: words(60) },
  ...{ validFrom: day, validTo: day.nullable() },
};

export const poolName = poolNameView;
export const districtId = z.string().regex(/^\d{6}$/);

/** The caller as the acts of administration know them: for the own province only. */
export const administratorOf = (identity: Identity): Administrator => ({
  by: actorOf(identity),
  province: identity.post.province,
});
