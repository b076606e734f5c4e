import type { CivilDate } from '@lianban/domain/civil-date';
import type { Opening } from '@lianban/workflows/vocabulary/opening';
import { selectOne, type Queryable } from './queryable.ts';

/** What the credit file says about committing: open, for the window to judge, or closed. */
export type Gate = Opening['gate'];

/** Where the answer comes from; a province may ask its credit platform instead of our own table. */
export interface CreditGate {
  judge(enterpriseId: string, on: CivilDate): Promise<Gate>;
}

// A second application while a revocation is pending goes the ordinary way.
const TEXT = `
SELECT
  EXISTS (SELECT FROM credit_record r WHERE r.enterprise_id = $1 AND r.bars_commitment AND NOT r.manual_judgement AND ${standing('r')})
  OR EXISTS (SELECT FROM clock c JOIN case_file f USING (case_id)
    WHERE f.enterprise_id = $1 AND c.name = 'revocation' AND c.stopped_version IS NULL) AS barred,
  EXISTS (SELECT FROM credit_record r WHERE r.enterprise_id = $1 AND r.manual_judgement AND ${standing('r')}) AS unclear`;

function standing(row: string): string {
  return `${row}.since <= $2 AND (${row}.until IS NULL OR ${row}.until >= $2) AND (${row}.repaired_on IS NULL OR ${row}.repaired_on > $2)`;
}

/** Whether the credit file closes an item that names this ground: for as long as the entry stands. */
export async function isClosedBy(
  db: Queryable,
  { enterpriseId, ground, on }: { readonly enterpriseId: string; readonly ground: string; readonly on: CivilDate },
): Promise<boolean> {
  const { closed } = await selectOne<{ closed: boolean }>(db, {
    name: 'closed-by-credit',
    text: `SELECT EXISTS (SELECT FROM credit_record r WHERE r.enterprise_id = $1 AND r.ground = $3 AND ${standing('r')}) AS closed`,
    values: [enterpriseId, on, ground],
  });
  return closed;
}

/** The gate over our own credit file: barred before unclear before clear. */
export const tableCreditGate = (db: Queryable): CreditGate => ({
  judge: async (enterpriseId, on) => {
    const values = [enterpriseId, on];
    const { barred, unclear } = await selectOne<{ barred: boolean; unclear: boolean }>(db, {
      name: 'credit-gate',
      text: TEXT,
      values,
    });
    if (barred) return 'barred';
    return unclear ? 'unclear' : 'clear';
  },
});
