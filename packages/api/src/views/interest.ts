import { declaredKinds, interestKinds } from '@lianban/domain/interest';
import { z } from 'zod';
import { civilDateView, instantView } from './basics.ts';

/** Kinds that somebody declares. */
export const declaredKindView = z.enum(declaredKinds);

/** Interests of one person, for themselves and administrators. */
export const interestsView = z
  .array(
    z.object({
      ...{ id: z.string(), enterprise: z.string(), kind: z.enum(interestKinds), note: z.string() },
      ...{ since: civilDateView.nullable(), until: civilDateView.nullable() },
      ...{ enteredAt: instantView, isOwn: z.boolean(), withdrawnAt: instantView.nullable() },
    }),
  )
  .readonly();
