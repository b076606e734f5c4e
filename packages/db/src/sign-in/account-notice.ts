import { NOTICE_CHANNEL } from '../notice.ts';
import { heldPosts } from '../organisation/held-posts.ts';
import { select, type Queryable } from '../queryable.ts';

/** What was changed about how somebody signs in; each is an action of the audit, which has its words. */
export type AccountChange =
  | 'password.change'
  | 'factor.setUp'
  | 'factor.replace'
  | 'factor.remove'
  | 'factor.recoveryCodes'
  | 'factor.reset'
  | 'identity.link'
  | 'identity.unlink'
  | 'organisation.renewPassword'
  | 'organisation.linkIdentity'
  | 'organisation.unlinkIdentity';

const TELL = `WITH noted AS (
    INSERT INTO message (post_id, account_change, at)
    SELECT o.id, $2, date_trunc('milliseconds', clock_timestamp()) FROM ${heldPosts} o WHERE o.person_id = $1 RETURNING post_id
  )
  SELECT pg_notify('${NOTICE_CHANNEL}', jsonb_build_object('posts', jsonb_agg(post_id))::text) FROM noted HAVING count(*) > 0`;

/** Tells the person, in every post that they hold, that something was changed about how they sign in (ASVS 6.3.7), within the transaction that changes it. */
export async function tellOfChange(db: Queryable, personId: string, change: AccountChange): Promise<void> {
  await select(db, { text: TELL, values: [personId, change] });
}
