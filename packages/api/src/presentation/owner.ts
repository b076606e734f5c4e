import { roles } from '@lianban/domain/role';
import type { Holder } from '@lianban/db/queries/duty-columns';
import type { z } from 'zod';
import type { Identity } from '../identity/identity.ts';
import type { ownerView as schema } from '../views/basics.ts';

/** Who holds the ball, as it is shown. */
export type OwnerView = z.infer<typeof schema>;

/** Who reads: the person, and the post in which they do. */
export type Reader = Pick<Identity, 'person' | 'post'>;

/** Who owes a duty: the unit or enterprise, and the person once somebody has taken it. */
export const ownerView = ({ role, province, place, claimedBy }: Omit<Holder, 'unitId'>): OwnerView => ({
  role,
  roleTitle: roles[role],
  unit: place,
  province,
  person: claimedBy?.name ?? null,
});

/** Whether the duty is one of the reader's post, taken or not. The reader sees the case, so its applicant is their enterprise. */
export const isOwn = ({ role, unitId }: Pick<Holder, 'role' | 'unitId'>, { post }: Reader): boolean =>
  role === post.role && (role === 'APP' || unitId === post.unitId);

/** Whose hands it is in. An enterprise has no pool: what it owes is in its hands. */
export function holderFor(
  holder: Pick<Holder, 'role' | 'unitId' | 'claimedBy'>,
  reader: Reader,
): 'me' | 'pool' | 'other' {
  if (holder.role === 'APP') return isOwn(holder, reader) ? 'me' : 'other';
  if (holder.claimedBy === null) return 'pool';
  return holder.claimedBy.personId === reader.person.id ? 'me' : 'other';
}
