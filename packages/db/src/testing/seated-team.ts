import type { Pool } from 'pg';
import { select } from '../queryable.ts';
import { personOf } from './organising.ts';

/** Puts people into the team of a duty without a draw, where a test is about something else; the first leads. */
export async function seatTeam(
  pool: Pool,
  {
    caseId,
    duty,
    users,
  }: { readonly caseId: string; readonly duty: string; readonly users: readonly [string, string] },
): Promise<void> {
  const [leader, member] = users.map((user) => personOf(user).personId);
  await select(pool, {
    text: `WITH made_up AS (
        INSERT INTO inspection_draw (case_id, duty, number, list, list_hash, audit_position, seed, result, at, person_id, person_name)
        SELECT $1, $2, 1, '{}', 'made up', 1, 'made up', '{}', now(), p.id, p.name FROM person p WHERE p.id = $3
        ON CONFLICT DO NOTHING RETURNING case_id
      )
      INSERT INTO inspection_member (case_id, duty, number, person_id, person_name, is_leader, joined_at)
      SELECT $1, $2, 1, p.id, p.name, p.id = $3, now() FROM made_up, person p WHERE p.id IN ($3, $4)`,
    values: [caseId, duty, leader, member],
  });
}
