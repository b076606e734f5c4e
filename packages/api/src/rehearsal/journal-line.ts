import type { CivilDate } from '@lianban/domain/civil-date';
import type { DocumentType } from '@lianban/domain/document';
import type { Entry } from '@lianban/workflows/kernel/entry';
import type { WhyView } from '../presentation/why.ts';

/** What a line tells of. Entries of the ledger keep their names; what becomes of an act has one of its own. */
export type JournalEvent =
  | 'applied'
  | 'answered'
  | 'childEnded'
  | 'parentTold'
  | 'letterAnswered'
  | 'lapsed'
  | 'takenBack'
  | 'refused'
  | 'opened'
  | 'offered'
  | 'moved'
  | 'unblocked'
  | Exclude<Entry['type'], 'opened' | 'settled' | 'document' | 'retracted'>;

/** A statutory clock at the moment of the line. */
export interface ClockLine {
  readonly clock: string;
  readonly title: string;
  readonly state: 'running' | 'standing' | 'stopped';
  /** Working days up to the end of the day. */
  readonly consumed: number;
  /** Negative when overdue; null for a limit that is not in working days. */
  readonly remaining: number | null;
  readonly due: CivilDate | null;
}

/** Why a last day is that day. */
export interface ReasonLine extends Pick<
  WhyView,
  'startOn' | 'limit' | 'extensions' | 'mark' | 'makeupDays' | 'rolledFrom' | 'calendar'
> {
  readonly sentence: string;
  readonly startedBy: string | null;
  /** With its article. */
  readonly basis: string;
  readonly excluded: readonly {
    readonly from: string;
    /** Null while the clock stands. */
    readonly to: string | null;
    readonly title: string;
    readonly workingDays: number;
  }[];
  readonly holidays: readonly { readonly date: string; readonly name: string }[];
}

/** One entry of a rehearsed case. What does not apply is null. */
export interface JournalLine {
  /** Line of the script whose act it comes from; null where time alone brought it about. */
  readonly line: number | null;
  readonly on: CivilDate;
  /** Beijing time with its offset. */
  readonly at: string;
  readonly event: JournalEvent;
  readonly key: string | null;
  readonly step: string | null;
  readonly title: string | null;
  readonly owner: { readonly role: string; readonly title: string; readonly unit: string } | null;
  /** The button, ending, code of refusal, or kind of act. */
  readonly outcome: { readonly code: string; readonly title: string } | null;
  /** Last day, or the instant where the limit is in hours. */
  readonly due: string | null;
  /** 预计. */
  readonly provisional: boolean;
  readonly clocks: readonly ClockLine[];
  /** Papers that the turn issued, told with its act. */
  readonly documents: readonly { readonly type: DocumentType; readonly title: string }[];
  readonly why?: ReasonLine;
}
