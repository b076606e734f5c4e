import type { LedgerQuarter } from '@lianban/domain/liaison';
import type { FiguresOfUnit } from '@lianban/domain/quarter-figures';
import type { Turn } from '@lianban/workflows/kernel/turn';
import { figuresOfQuarter } from '../liaison/quarter-figures.ts';
import { selectOne, type Queryable } from '../queryable.ts';

/**
 * The figures that the papers of the turn speak of: of the unit that hands in its ledger, or of every unit in that of the bureau. Null for a
 * turn without such a paper. They are read in the transaction that makes the paper, and stay in it as they were.
 */
export async function figuresOf(db: Queryable, turn: Turn): Promise<readonly FiguresOfUnit[] | null> {
  const made = turn.entries.find((entry) => entry.type === 'document' && isLedger(entry.document));
  if (made === undefined || made.type !== 'document' || turn.input.kind !== 'answer') return null;
  const { quarter, unit } = await selectOne<{ readonly quarter: LedgerQuarter; readonly unit: string | null }>(db, {
    name: 'quarter-of-case',
    text: `SELECT e.input #> '{opening,quarter}' AS quarter, (SELECT d.unit_id FROM duty d WHERE d.case_id = e.case_id AND d.key = $2) AS unit
      FROM case_event e WHERE e.case_id = $1 AND e.version = 1`,
    values: [turn.caseId, turn.input.duty],
  });
  const units = made.document === 'bureauLedger' || unit === null ? quarter.units : [unit];
  return figuresOfQuarter(db, { ...quarter, units }, turn.input.at);
}

const isLedger = (document: string): boolean => document === 'regionalLedger' || document === 'bureauLedger';
