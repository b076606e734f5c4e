import { select, type Queryable } from '../queryable.ts';
import type { Consequence } from './consequences.ts';

/** Stores what a revision does in place of what was previewed before. */
export async function storeChanges(
  db: Queryable,
  revisionId: string,
  consequences: readonly Consequence[],
): Promise<void> {
  const rows = consequences.map(({ limit, due, shift }) => ({
    ...{ case_id: limit.caseId, key: limit.key, province: limit.province, shift },
    ...{ step: limit.step, unit_id: limit.unitId },
    ...{ from_on: limit.on, from_provisional: limit.provisional, to_on: due.on, to_provisional: due.provisional },
  }));
  await select(db, { text: 'DELETE FROM revision_change WHERE revision_id = $1', values: [revisionId] });
  await select(db, {
    text: `INSERT INTO revision_change (revision_id, case_id, key, province, shift, step, unit_id, from_on, from_provisional, to_on, to_provisional)
      SELECT $1, case_id, key, province, shift, step, unit_id, from_on, from_provisional, to_on, to_provisional
      FROM jsonb_populate_recordset(NULL::revision_change, $2)`,
    values: [revisionId, JSON.stringify(rows)],
  });
}
