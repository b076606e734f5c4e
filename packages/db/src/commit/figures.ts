import type { LedgerQuarter } from '@lianban/domain/liaison';
import type { FiguresOfUnit } from '@lianban/domain/quarter-figures';
import type { Turn } from '@lianban/workflows/kernel/turn';
import { figuresOfQuarter, ledgerAmong, unitsCounted } from '../liaison/quarter-figures.ts';
import { selectOne, type Queryable } from '../queryable.ts';

/**
 * The figures that the papers of the turn speak of: of the unit that hands in its ledger, or of every unit in that of the bureau. Null for a
 * turn without such a paper. They are read in the transaction that makes the paper, and stay in it as they were.
 */
export async function figuresOf(db: Queryable, turn: Turn): Promise<readonly FiguresOfUnit[] | null> {
  const ledger = ledgerAmong(turn.entries.flatMap((entry) => (entry.type === 'document' ? [entry.document] : [])));
  if (ledger === undefined || turn.input.kind !== 'answer') return null;
  const { quarter, unit } = await selectOne<{ readonly quarter: LedgerQuarter; readonly unit: string | null }>(db, {
    name: 'quarter-of-case',
    text: `SELECT e.input #> '{opening,quarter}' AS quarter, (SELECT d.unit_id FROM duty d WHERE d.case_id = e.case_id AND d.key = $2) AS unit
      FROM case_event e WHERE e.case_id = $1 AND e.version = 1`,
    values: [turn.caseId, turn.input.duty],
  });
  return figuresOfQuarter(db, { ...quarter, units: unitsCounted(ledger, { quarter, unit }) }, turn.input.at);
}
