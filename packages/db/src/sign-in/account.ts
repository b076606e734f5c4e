import { heldPosts } from '../organisation/held-posts.ts';
import { selectFirst, type Queryable } from '../queryable.ts';
import { KEPT_FACTOR, type KeptFactor } from './factor.ts';

/** What is known of an account before its password has been looked at. */
export interface Account {
  readonly personId: string;
  readonly passwordHash: string;
  /** The first post held today; null when none is. */
  readonly postId: string | null;
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

/** The account with that name, as it stands for somebody at the device with that hash; passwords older than `termDays` are past their term, none for null. */
export const accountOf = (
  db: Queryable,
  {
    user,
    device,
    termDays,
  }: { readonly user: string; readonly device: string | null; readonly termDays: number | null },
): Promise<Account | undefined> =>
  selectFirst<Account>(db, {
    name: 'account-by-name',
    text: `SELECT c.person_id AS "personId", c.password_hash AS "passwordHash", c.must_change AS "mustChange",
        coalesce(c.changed_at < now() - $3::int * interval '1 day', false) AS "isPastTerm",
        coalesce(c.valid_until <= now(), false) AS "isExpired",
        EXISTS (SELECT FROM known_device d WHERE d.token_hash = $2 AND d.person_id = c.person_id) AS "knowsDevice",
        EXISTS (SELECT FROM known_device d WHERE d.token_hash = $2) AS "isDeviceKnown",
        (SELECT ${KEPT_FACTOR} FROM second_factor f WHERE f.person_id = c.person_id) AS factor,
        (SELECT o.id FROM ${heldPosts} o WHERE o.person_id = c.person_id ORDER BY o.since, o.id LIMIT 1) AS "postId"
      FROM credential c WHERE c.user_name = $1`,
    values: [user, device, termDays],
  });
