import type { Role } from '@lianban/domain/role';
import { actingPosts } from '../organisation/acting-posts.ts';
import { heldPosts } from '../organisation/held-posts.ts';
import { selectFirst, type Queryable } from '../queryable.ts';
import type { ExternalIdentity } from './external-identity.ts';
import { KEPT_FACTOR, type KeptFactor } from './factor.ts';

/** What is known of an account before it has been proven whose it is. */
export interface Account {
  readonly personId: string;
  /** What it is called. */
  readonly user: string;
  readonly passwordHash: string;
  /** The first post held today; null when none is. */
  readonly postId: string | null;
  /** Of every post in which the person may act today. */
  readonly roles: readonly Role[];
  /** The password is older than the term given for it, or not valid any more. */
  readonly isPastTerm: boolean;
  readonly isExpired: boolean;
  readonly mustChange: boolean;
  /** The person has signed in from this device before. */
  readonly knowsDevice: boolean;
  /** Somebody has: its token is one of ours. */
  readonly isDeviceKnown: boolean;
  /** Null for somebody without a second factor. */
  readonly factor: KeptFactor | null;
}

/** SQL: {@link Account} of the credential `c`, for somebody at the device `$2`, with the term `$3`. */
const ACCOUNT = `c.person_id AS "personId", c.user_name AS "user", c.password_hash AS "passwordHash", c.must_change AS "mustChange",
  coalesce(c.changed_at < now() - $3::int * interval '1 day', false) AS "isPastTerm",
  coalesce(c.valid_until <= now(), false) AS "isExpired",
  (SELECT coalesce(jsonb_agg(DISTINCT o.role), '[]') FROM ${actingPosts} o WHERE o.actor_id = c.person_id) AS roles,
  EXISTS (SELECT FROM known_device d WHERE d.token_hash = $2 AND d.person_id = c.person_id) AS "knowsDevice",
  EXISTS (SELECT FROM known_device d WHERE d.token_hash = $2) AS "isDeviceKnown",
  (SELECT ${KEPT_FACTOR} FROM second_factor f WHERE f.person_id = c.person_id) AS factor,
  (SELECT o.id FROM ${heldPosts} o WHERE o.person_id = c.person_id ORDER BY o.since, o.id LIMIT 1) AS "postId"`;

/** The device that somebody is at, null for one without a token, and the days after which a password is past its term, null for none. */
export interface Standing {
  readonly device: string | null;
  readonly termDays: number | null;
}

/** The account with that name, as it stands for somebody at the device with that hash. */
export const accountOf = (db: Queryable, user: string, { device, termDays }: Standing): Promise<Account | undefined> =>
  selectFirst<Account>(db, {
    name: 'account-by-name',
    text: `SELECT ${ACCOUNT} FROM credential c WHERE c.user_name = $1`,
    values: [user, device, termDays],
  });

/** The account to which the identity is linked. */
export const accountWith = (
  db: Queryable,
  { issuer, subject }: ExternalIdentity,
  { device, termDays }: Standing,
): Promise<Account | undefined> =>
  selectFirst<Account>(db, {
    name: 'account-by-identity',
    text: `SELECT ${ACCOUNT} FROM external_identity x JOIN credential c USING (person_id) WHERE x.issuer = $1 AND x.subject = $4`,
    values: [issuer, device, termDays, subject],
  });
