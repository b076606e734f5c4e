import { masked, shownPersonal, standingOf, type Standing } from '@lianban/domain/personal';
import { isOutside, roles, type Role } from '@lianban/domain/role';
import type { Holder } from '@lianban/db/queries/duty-columns';
import type { z } from 'zod';
import { holderId, type Identity } from '../identity/identity.ts';
import type { ownerView as schema } from '../views/basics.ts';

/** Who holds the ball, as it is shown. */
export type OwnerView = z.infer<typeof schema>;

/** Who reads: the person, and the post in which they do. */
export type Reader = Pick<Identity, 'person' | 'post'>;

/** Who owes a duty: the unit or enterprise, and the person once somebody has taken it. */
export const ownerView = ({ role, province, place, claimedBy, isAuthority }: Omit<Holder, 'unitId'>): OwnerView => ({
  role,
  roleTitle: titleOf(role, isAuthority),
  unit: place,
  province,
  person: claimedBy?.name ?? null,
});

/** What whoever owes it is called: the body of a district asks like an enterprise and is none. */
export const titleOf = (role: Role, isAuthority: boolean): (typeof roles)[Role] =>
  roles[role === 'APP' && isAuthority ? 'DIST' : role];

/** Whether the duty is one of the reader's post, taken or not. The reader sees the case, so its applicant is their enterprise. */
export const isOwn = ({ role, unitId }: Pick<Holder, 'role' | 'unitId'>, { post }: Reader): boolean =>
  role === 'APP' ? isOutside(post.role) : role === post.role && unitId === post.unitId;

/** How the reader stands to the case with these duties. */
export const standingTo = (
  { duties }: { readonly duties: readonly Pick<Holder, 'unitId'>[] },
  { post }: Reader,
): Standing =>
  standingOf(
    post.role,
    duties.some(({ unitId }) => unitId !== null && unitId === post.unitId),
  );

/** Name of somebody who acted: officials by theirs, an applicant's people as far as names are shown to the reader. */
export const actorName = (name: string, role: Role, standing: Standing): string =>
  isOutside(role) ? (shownPersonal('name', name, standing) ?? masked('name', name)) : name;

/** Whose hands it is in. An enterprise has no pool: what it owes is in its hands. */
export function holderFor(
  holder: Pick<Holder, 'role' | 'unitId' | 'claimedBy'>,
  reader: Reader,
): 'me' | 'pool' | 'other' {
  if (holder.role === 'APP') return isOwn(holder, reader) ? 'me' : 'other';
  if (holder.claimedBy === null) return 'pool';
  return holder.claimedBy.personId === holderId(reader) ? 'me' : 'other';
}
