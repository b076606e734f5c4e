import { civilDateOf, type CivilDate } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { Turn } from '@lianban/workflows/kernel/turn';
import type { Filing, Standing } from './standing.ts';

/** A turn with everything that its rows are made from. */
export interface Facts {
  readonly turn: Turn;
  readonly standing: Standing;
  readonly filing: Filing;
  /** The civil day of the input. */
  readonly on: CivilDate;
  /** Year of `on`, which numbers are counted in. */
  readonly year: number;
}

/** @throws LianbanError NO_SUCH_CASE when nothing says under what the case was filed, INTERNAL when its ledger has a gap. */
export function factsOf(turn: Turn, standing: Standing): Facts {
  const { filing } = standing;
  if (filing === null) throw new LianbanError('NO_SUCH_CASE', { caseId: turn.caseId });
  if ((turn.version === 1) !== (standing.previousHash === null)) {
    throw new LianbanError('INTERNAL', { reason: 'ledger gap', caseId: turn.caseId, version: turn.version });
  }
  const on = civilDateOf(turn.input.at);
  return { turn, standing, filing, on, year: Number(on.slice(0, 4)) };
}
