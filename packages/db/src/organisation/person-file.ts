import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import type { Capacity, PoolName } from '@lianban/domain/organisation';
import type { Province } from '@lianban/domain/province';
import type { Role } from '@lianban/domain/role';
import type { Text } from '@lianban/domain/text';
import { select, selectFirst, type Queryable } from '../queryable.ts';
import { identitiesOf, type LinkedIdentity } from '../sign-in/external-identity.ts';
import { organisationStream } from './administration.ts';
import type { AuthorityLetter } from './grant.ts';
import { heldPosts, TODAY } from './held-posts.ts';

/** A post as the file of its person shows it. */
export interface PostOfFile {
  readonly postId: string;
  readonly role: Role;
  readonly unitId: string | null;
  readonly place: Text;
  readonly since: CivilDate;
  readonly until: CivilDate | null;
  readonly capacity: Capacity | null;
  readonly letter: AuthorityLetter | null;
  /** The person may act in it today. */
  readonly isHeld: boolean;
  /** It has not ended: it is held, will be, or is kept from being held by the account or the letter. */
  readonly isPresent: boolean;
}

/** An act of administration on the person, from the audit. */
export interface ActOnPerson {
  readonly position: number;
  readonly at: Instant;
  /** Such as `organisation.endPost`. */
  readonly action: string;
  readonly by: string | null;
  readonly reason: string | null;
}

/** Everything that administrators know of somebody of their province. */
export interface PersonFile {
  readonly personId: string;
  readonly name: string;
  readonly user: string | null;
  readonly disabledAt: Instant | null;
  readonly signedInAt: Instant | null;
  /** Until when a one-time password that nobody has used opens a session; null when there is none. */
  readonly passwordUntil: Instant | null;
  /** Whom identity providers know them as. */
  readonly identities: readonly LinkedIdentity[];
  readonly posts: readonly PostOfFile[];
  readonly pools: readonly { readonly pool: PoolName; readonly since: CivilDate; readonly until: CivilDate | null }[];
  /** Open duties that the person has taken. */
  readonly taken: number;
  readonly acts: readonly ActOnPerson[];
}

const FILE = `
SELECT p.id AS "personId", p.name, c.user_name AS user, p.disabled_at AS "disabledAt", c.signed_in_at AS "signedInAt",
  CASE WHEN c.must_change THEN c.valid_until END AS "passwordUntil",
  coalesce((SELECT jsonb_agg(jsonb_build_object('postId', o.id, 'role', o.role, 'unitId', o.unit_id,
      'place', jsonb_build_object('zh', coalesce(u.name_zh, e.name), 'en', coalesce(u.name_en, e.name)), 'since', o.since, 'until', o.until,
      'capacity', o.capacity, 'letter', CASE WHEN o.letter_number IS NOT NULL
        THEN jsonb_build_object('number', o.letter_number, 'from', o.letter_from, 'to', o.letter_to) END,
      'isHeld', EXISTS (SELECT FROM ${heldPosts} h WHERE h.id = o.id), 'isPresent', o.until IS NULL OR o.until >= ${TODAY})
      ORDER BY o.until DESC NULLS FIRST, o.since DESC, o.id)
    FROM post o LEFT JOIN unit u ON u.id = o.unit_id LEFT JOIN enterprise e ON e.id = o.enterprise_id WHERE o.person_id = p.id), '[]') AS posts,
  coalesce((SELECT jsonb_agg(jsonb_build_object('pool', m.pool, 'since', m.since, 'until', m.until) ORDER BY m.since)
    FROM pool_member m WHERE m.person_id = p.id AND m.province = $2), '[]') AS pools,
  (SELECT count(*)::int FROM duty d WHERE d.state = 'open' AND d.claimed_by_person = p.id) AS taken
FROM person p LEFT JOIN credential c ON c.person_id = p.id
WHERE p.id = $1 AND (EXISTS (SELECT FROM post o WHERE o.person_id = p.id AND o.province = $2)
  OR EXISTS (SELECT FROM pool_member m WHERE m.person_id = p.id AND m.province = $2))
  AND NOT EXISTS (SELECT FROM post o WHERE o.person_id = p.id AND o.province <> $2)`;

/** Acts shown; the audit has all of them. */
const ACTS = 20;

/** The file of somebody of the province, with the latest acts on them; undefined when the province has no such person. */
export async function personFile(db: Queryable, personId: string, province: Province): Promise<PersonFile | undefined> {
  const values = [personId, province];
  const file = await selectFirst<Omit<PersonFile, 'acts' | 'identities'>>(db, { text: FILE, values });
  if (file === undefined) return undefined;
  const acts = await select<ActOnPerson>(db, {
    text: `SELECT position, at, action, who ->> 'name' AS by, detail ->> 'reason' AS reason FROM audit
      WHERE stream = $1 AND detail -> 'person' ->> 'personId' = $2 ORDER BY position DESC LIMIT ${ACTS}`,
    values: [organisationStream(province), personId],
  });
  return { ...file, acts, identities: await identitiesOf(db, personId) };
}
