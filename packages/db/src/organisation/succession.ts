import type { Pool, PoolClient } from 'pg';
import { lockCalendar } from '../locks.ts';
import { select, selectFirst, selectOne } from '../queryable.ts';
import { inTransaction } from '../transaction.ts';
import { heldPosts, TODAY } from './held-posts.ts';

// Whoever has taken a duty keeps it in the post that goes on; sessions and delegations of the old post go on in the new one too.
const FOLLOW = `
WITH gone AS (SELECT id, successor_id AS heir FROM unit WHERE id = $1),
heirs AS (
  SELECT o.id AS old, n.id AS new FROM post o JOIN gone g ON o.unit_id = g.id
  JOIN ${heldPosts} n ON n.person_id = o.person_id AND n.role = o.role AND n.unit_id = g.heir
), assigned AS (UPDATE unit_duty u SET unit_id = g.heir FROM gone g WHERE u.unit_id = g.id),
parts AS (UPDATE unit u SET parent_id = nullif(g.heir, u.id) FROM gone g WHERE u.parent_id = g.id),
sessions AS (UPDATE session s SET post_id = h.new FROM heirs h WHERE s.post_id = h.old),
delegations AS (
  UPDATE delegation g SET post_id = coalesce((SELECT h.new FROM heirs h WHERE h.old = g.post_id LIMIT 1), g.post_id),
    deputy_post_id = coalesce((SELECT h.new FROM heirs h WHERE h.old = g.deputy_post_id LIMIT 1), g.deputy_post_id)
  WHERE g.ended_at IS NULL AND EXISTS (SELECT FROM heirs h WHERE h.old IN (g.post_id, g.deputy_post_id))
),
asked AS (UPDATE involvement i SET post_id = h.new FROM heirs h WHERE i.post_id = h.old AND i.state = 'open'),
moved AS (
  UPDATE duty d SET unit_id = g.heir, claimed_by_post = coalesce((SELECT h.new FROM heirs h WHERE h.old = d.claimed_by_post LIMIT 1), d.claimed_by_post)
  FROM gone g WHERE d.unit_id = g.id AND d.state = 'open' RETURNING d.key
)
SELECT count(*)::int AS duties FROM moved`;

/**
 * Gives the successor of a unit that has ended what the unit still holds: open duties, those of its roles, units under it.
 * Gives how many duties. The transaction holds {@link lockCalendar}, so that no turn opens another meanwhile.
 */
export async function followSuccessor(client: PoolClient, unitId: string): Promise<number> {
  const { duties } = await selectOne<{ duties: number }>(client, { text: FOLLOW, values: [unitId] });
  return duties;
}

const ENDED = `SELECT u.id FROM unit u WHERE u.until < ${TODAY} AND u.successor_id IS NOT NULL AND (
    EXISTS (SELECT FROM unit_duty held WHERE held.unit_id = u.id)
    OR EXISTS (SELECT FROM duty d WHERE d.unit_id = u.id AND d.state = 'open'))`;

/** Has the successors of all units that have ended by their day take over; a chain of successions takes several rounds. */
export async function followSuccessors(pool: Pool): Promise<void> {
  if ((await selectFirst(pool, { name: 'units-ended', text: `${ENDED} LIMIT 1` })) === undefined) return;
  await inTransaction(pool, lockCalendar, async (client) => {
    for (const { id } of await select<{ id: string }>(client, { text: ENDED })) await followSuccessor(client, id);
  });
}
