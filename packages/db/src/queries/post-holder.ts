import type { Province } from '@lianban/domain/province';
import type { Role } from '@lianban/domain/role';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import { heldPosts } from '../organisation/held-posts.ts';
import { selectFirst, type Queryable } from '../queryable.ts';

/** The person with that account in the first of their posts of that role held today, in one province or in any; undefined when there is none. */
export const holderOf = (
  db: Queryable,
  userName: string,
  { role, province = null }: { readonly role: Role; readonly province?: Province | null },
): Promise<Actor | undefined> =>
  selectFirst<Actor>(db, {
    text: `SELECT c.person_id AS "personId", o.id AS "postId", o.role
      FROM credential c JOIN ${heldPosts} o USING (person_id)
      WHERE c.user_name = $1 AND o.role = $2 AND ($3::text IS NULL OR o.province = $3) ORDER BY o.since, o.id LIMIT 1`,
    values: [userName, role, province],
  });
