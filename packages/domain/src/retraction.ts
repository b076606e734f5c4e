import type { DocumentType } from './document.ts';

/** What a turn did, as far as it matters for taking its act back; entries of the ledger have this shape. */
export interface Effect {
  readonly type: string;
  readonly document?: DocumentType;
}

/** What changes nothing but who has what to do. The name of an amendment only says how the flow is read. */
const INSIDE: ReadonlySet<string> = new Set(['settled', 'opened', 'cancelled', 'blocked', 'amended']);

/**
 * What an officer thinks, written for the next officer: without number or seal, and nobody else's hand in it, as there is
 * in a record of service or of a hearing. It stays in the file as it was written.
 */
const OPINIONS: ReadonlySet<DocumentType> = new Set(['assignmentSheet', 'reviewOpinion', 'draftOpinion']);

/**
 * Whether nothing of the act has gone out of the house: no paper but an opinion, no number, no clock, no limit lengthened, no
 * licence, no ending. Only such an act can be taken back (ADR 0022).
 */
export const staysInside = (effects: readonly Effect[]): boolean =>
  effects.every(({ type, document }) => (document === undefined ? INSIDE.has(type) : OPINIONS.has(document)));

/** Why an act cannot be taken back, as a code that says which rule refuses. */
export type RetractionRefusal =
  'RETRACT_NO_ACT' | 'RETRACT_NOT_OWN' | 'RETRACT_OUTWARD' | 'RETRACT_ACTED_ON' | 'RETRACT_TOO_LATE' | 'RETRACTED';

/** An act, and what has become of it since. */
export interface Act {
  /** The answer to a duty; rights, silences, openings and new dates are none. */
  readonly isAnswer: boolean;
  readonly isRetracted: boolean;
  /** Of whoever asks, in the post in which it was done. */
  readonly isOwn: boolean;
  readonly irreversible: boolean;
  readonly effects: readonly Effect[];
  /** Somebody has answered, or silence has settled, what the act opened. */
  readonly isActedOn: boolean;
  /** Silence on the step itself would have taken effect by now. */
  readonly hasLapsed: boolean;
}

/** The first rule that stands against taking the act back; null when none does. */
export function retractionRefusal(act: Act): RetractionRefusal | null {
  if (!act.isAnswer) return 'RETRACT_NO_ACT';
  if (act.isRetracted) return 'RETRACTED';
  if (!act.isOwn) return 'RETRACT_NOT_OWN';
  if (act.irreversible || !staysInside(act.effects)) return 'RETRACT_OUTWARD';
  if (act.isActedOn) return 'RETRACT_ACTED_ON';
  return act.hasLapsed ? 'RETRACT_TOO_LATE' : null;
}
