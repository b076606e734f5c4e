import { civilDateOf, type CivilDate } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { FiguresOfUnit } from '@lianban/domain/quarter-figures';
import type { Turn } from '@lianban/workflows/kernel/turn';
import type { Opening } from '@lianban/workflows/vocabulary/opening';
import type { Filing, LetterReference, Standing } from './standing.ts';

/** A turn with everything that its rows are made from. */
export interface Facts {
  readonly turn: Turn;
  readonly standing: Standing;
  readonly filing: Filing;
  /** The case that opened this one, and the duty that waits for it; null for every other case. */
  readonly childOf: { readonly caseId: string; readonly duty: string } | null;
  /** The letter of the other bureau that opened this case; null for every other case. */
  readonly letter: LetterReference | null;
  /** The civil day of the input. */
  readonly on: CivilDate;
  /** Year of `on`, which numbers are counted in. */
  readonly year: number;
  /** Counted from the record, where the turn makes a paper that speaks of them. */
  readonly figures: readonly FiguresOfUnit[] | null;
}

function referenceOf({ letter }: Opening): LetterReference | null {
  if (letter === undefined) return null;
  const { from, caseId, sequence } = letter;
  return { from, caseId, sequence };
}

/** @throws LianbanError NO_SUCH_CASE when nothing says under what the case was filed, INTERNAL when its ledger has a gap. */
export function factsOf(turn: Turn, standing: Standing): Omit<Facts, 'figures'> {
  const { filing } = standing;
  if (filing === null) throw new LianbanError('NO_SUCH_CASE', { caseId: turn.caseId });
  if ((turn.version === 1) !== (standing.previousHash === null)) {
    throw new LianbanError('INTERNAL', { reason: 'ledger gap', caseId: turn.caseId, version: turn.version });
  }
  const on = civilDateOf(turn.input.at);
  const { input } = turn;
  const childOf = input.kind === 'open' ? (input.opening.childOf ?? null) : standing.childOf;
  const letter = input.kind === 'open' ? referenceOf(input.opening) : standing.letter;
  return { turn, standing, filing, childOf, letter, on, year: Number(on.slice(0, 4)) };
}
