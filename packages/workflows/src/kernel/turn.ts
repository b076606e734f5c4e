import type { Ask } from '@lianban/domain/ask';
import type { Instant } from '@lianban/domain/civil-date';
import type { RetractionRefusal } from '@lianban/domain/retraction';
import type { Entry, Input } from './entry.ts';

/** One input worked through until every strand waits again; committed whole or not at all. */
export interface Turn {
  readonly caseId: string;
  /** 1 for the opening; each row follows its predecessor without a gap. */
  readonly version: number;
  readonly input: Input;
  readonly entries: readonly Entry[];
  /** What needs a last day computed in the committing transaction. */
  readonly asks: readonly Ask[];
  /** Fingerprint of the entries, to notice a procedure that reads the same ledger differently. */
  readonly digest: string;
}

/** First late instant per ask; null while its clock stands still. */
export type Dues = Readonly<Record<string, Instant | null>>;

/** A committed turn as the ledger gives it back: enough to fold the case again. */
export interface Row {
  readonly version: number;
  readonly input: Input;
  readonly digest: string;
  readonly dues: Dues;
  /** Amendments that this turn was the first to ask about and found in force: the ids of its `amended` entries. */
  readonly amended: readonly string[];
  /** Keys that this turn cancelled, where it took an act back: they are never given again. */
  readonly cancelled?: readonly string[];
}

/** The row that a committed turn becomes. */
export function rowOf({ version, input, digest, entries }: Turn, dues: Dues): Row {
  const amended = entries.flatMap((entry) => (entry.type === 'amended' ? [entry.id] : []));
  const row = { version, input, digest, dues, amended };
  if (input.kind !== 'retract') return row;
  return { ...row, cancelled: entries.flatMap((entry) => (entry.type === 'cancelled' ? [entry.key] : [])) };
}

/**
 * What a host answers to a commit: the row now standing at that version — ours or somebody else's — or that a lapse
 * has to wait because an answer received in time is still being recorded.
 */
export type CommitResult = { readonly tag: 'stands'; readonly row: Row } | { readonly tag: 'deferred' };

/** What the sender of an input is told. A repeat of the same request id gets the identical acknowledgement. */
export interface Acknowledgement {
  readonly version: number;
  /** Duties this turn opened. */
  readonly opened: readonly { readonly key: string; readonly step: string; readonly owner: string }[];
  /** The ending, when the case is over. */
  readonly closed: string | null;
}

/** Why an input is refused; codes are those of the API. */
export interface Refusal {
  readonly code:
    | 'STALE_DUTY'
    | 'NO_SUCH_DUTY'
    | 'OUTCOME_UNAVAILABLE'
    | 'CASE_CLOSED'
    | 'SEPARATION'
    | 'RIGHT_BLOCKED'
    | 'NO_SUCH_CASE'
    | RetractionRefusal;
  readonly detail: Readonly<Record<string, unknown>>;
  /** A row that this case has not seen yet could lift it (ADR 0009). Without it the refusal is final. */
  readonly mayPass?: true;
}
