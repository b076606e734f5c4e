import { people } from '../seed/people.ts';
import type { Administrator } from '../organisation/administration.ts';
import { actorOf } from './recorded-case.ts';

/** The administrators of Chongqing in the demonstration. */
export const [admin, secondAdmin]: readonly [Administrator, Administrator] = [
  { by: actorOf('ADM'), province: 'CQ' },
  { by: actorOf('ADM', 1), province: 'CQ' },
];

/** A hash that no password has. */
export const NO_PASSWORD = { passwordHash: 'none', validHours: 72 } as const;

/** Somebody of the demonstration by account, with their first post. */
export function personOf(user: string): { readonly personId: string; readonly postId: string } {
  const person = people.find((known) => known.user === user);
  const [post] = person?.posts ?? [];
  if (person === undefined || post === undefined) throw new RangeError(`nobody is called ${user}`);
  return { personId: person.id, postId: post.id };
}
