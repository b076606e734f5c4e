import type { Instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool, PoolClient } from 'pg';
import { appendAudit, caseStream } from './audit.ts';
import { holdCalendar, lockCase } from './locks.ts';
import { NOTICE_CHANNEL } from './notice.ts';
import { heldPosts } from './organisation/held-posts.ts';
import { select, selectFirst } from './queryable.ts';
import { inTransaction } from './transaction.ts';

/** A duty in a case, and who reaches for it. */
export interface Reach {
  readonly caseId: string;
  readonly duty: string;
  readonly by: Actor;
}

interface Held {
  readonly state: string;
  readonly outcome: string | null;
  readonly holder: string | null;
  readonly holderName: string | null;
  /** Whoever reaches for it may act in their post still. */
  readonly isHeld: boolean;
  readonly now: Instant;
}

/**
 * Takes an open duty from its pool; taking what one holds already changes nothing.
 * @throws LianbanError CLAIMED_BY_OTHER naming the holder, STALE_DUTY, NO_SUCH_DUTY; FORBIDDEN when the post has just been lost.
 */
export function claim(pool: Pool, reach: Reach): Promise<void> {
  return change(pool, reach, async (client, held) => {
    if (!held.isHeld) throw new LianbanError('FORBIDDEN');
    if (held.holder === reach.by.personId) return;
    if (held.holder !== null) throw new LianbanError('CLAIMED_BY_OTHER', { duty: reach.duty, holder: held.holderName });
    await hold(client, reach, { person: reach.by.personId, post: reach.by.postId, at: held.now });
    await note(client, reach, { action: 'duty.claim', at: held.now });
  });
}

/** Gives a duty back to its pool. @throws LianbanError NOT_CLAIMED when somebody else or nobody holds it, STALE_DUTY, NO_SUCH_DUTY. */
export function release(pool: Pool, reach: Reach): Promise<void> {
  return change(pool, reach, async (client, held) => {
    if (held.holder !== reach.by.personId)
      throw new LianbanError('NOT_CLAIMED', { duty: reach.duty, holder: held.holderName });
    await hold(client, reach, { person: null, post: null, at: null });
    await note(client, reach, { action: 'duty.release', at: held.now });
  });
}

function change(pool: Pool, reach: Reach, work: (client: PoolClient, held: Held) => Promise<void>): Promise<void> {
  return inTransaction(pool, `${holdCalendar}; ${lockCase(reach.caseId)}`, async (client) => {
    const held = await selectFirst<Held>(client, {
      name: 'duty-held',
      text: `SELECT d.state, d.outcome, d.claimed_by_person AS holder, p.name AS "holderName",
          EXISTS (SELECT FROM ${heldPosts} o WHERE o.id = $3) AS "isHeld", date_trunc('milliseconds', clock_timestamp()) AS now
        FROM duty d LEFT JOIN person p ON p.id = d.claimed_by_person WHERE d.case_id = $1 AND d.key = $2 AND d.kind = 'duty'`,
      values: [reach.caseId, reach.duty, reach.by.postId],
    });
    if (held === undefined) throw new LianbanError('NO_SUCH_DUTY', { duty: reach.duty });
    if (held.state !== 'open')
      throw new LianbanError('STALE_DUTY', { duty: reach.duty, settledAs: held.outcome ?? held.state });
    await work(client, held);
  });
}

interface Holder {
  readonly person: string | null;
  readonly post: string | null;
  readonly at: Instant | null;
}

// Those who look at the same pool see it at once.
const HOLD = `
WITH held AS (
  UPDATE duty SET claimed_by_person = $3, claimed_by_post = $4, claimed_at = $5 WHERE case_id = $1 AND key = $2
  RETURNING case_id, key, unit_id, role, province
)
SELECT pg_notify('${NOTICE_CHANNEL}', jsonb_build_object('caseId', h.case_id, 'version', f.version, 'number', f.number, 'procedure', f.procedure,
  'edition', f.edition, 'province', h.province, 'enterprise', NULL, 'units', jsonb_build_array(h.unit_id), 'roles', jsonb_build_array(h.role),
  'by', $6::text, 'byName', (SELECT name FROM person WHERE id = $6::uuid), 'duty', h.key,
  'outcome', CASE WHEN $3::uuid IS NULL THEN 'release' ELSE 'claim' END)::text)
FROM held h JOIN case_file f USING (case_id)`;

async function hold(client: PoolClient, { caseId, duty, by }: Reach, { person, post, at }: Holder): Promise<void> {
  await select(client, { name: 'duty-hold', text: HOLD, values: [caseId, duty, person, post, at, by.personId] });
}

const note = (
  client: PoolClient,
  { caseId, duty, by }: Reach,
  { action, at }: { readonly action: string; readonly at: Instant },
): Promise<void> => appendAudit(client, { stream: caseStream(caseId), at, action, by, detail: { duty } });
