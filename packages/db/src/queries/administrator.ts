import type { Actor } from '@lianban/workflows/vocabulary/step';
import { selectFirst, type Queryable } from '../queryable.ts';

/** The administrator with that account, in the first of the posts held today; undefined when there is none. */
export const administratorOf = (db: Queryable, userName: string): Promise<Actor | undefined> =>
  selectFirst<Actor>(db, {
    text: `SELECT c.person_id AS "personId", o.id AS "postId", o.role
      FROM credential c JOIN post o USING (person_id), (SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date AS today) t
      WHERE c.user_name = $1 AND o.role = 'ADM' AND o.since <= today AND (o.until IS NULL OR o.until >= today) ORDER BY o.since, o.id LIMIT 1`,
    values: [userName],
  });
