import type { KeptDate } from '@lianban/domain/ask';
import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import type { DocumentType } from '@lianban/domain/document';
import type { FlowValues } from '@lianban/domain/field';
import type { Channel, Dispatch, NoticeKey } from '@lianban/domain/liaison';
import type { DutyLimit, ExpiryPolicy, Limit } from '@lianban/domain/limit';
import type { Role } from '@lianban/domain/role';
import type { RuleKey, Terms } from '@lianban/domain/rule';
import type { Text } from '@lianban/domain/text';
import type { AttachedFile, Opening, Ruling } from '../vocabulary/opening.ts';
import type { About, BreachGround, LicenceAct } from '../vocabulary/proceeding.ts';
import type { Actor } from '../vocabulary/step.ts';

/** What moves a case: exactly one of these per ledger row. */
export type Input =
  | {
      readonly kind: 'open';
      readonly requestId: string;
      readonly at: Instant;
      /** Null when a letter of the other bureau opened the case: nobody here did. */
      readonly by: Actor | null;
      readonly opening: Opening;
    }
  | {
      readonly kind: 'answer';
      readonly requestId: string;
      readonly at: Instant;
      readonly receivedOn: CivilDate;
      readonly by: Actor;
      readonly duty: string;
      readonly outcome: string;
      readonly flow: FlowValues;
      /** Files that were handed in with it; absent where there are none. */
      readonly attachments?: readonly AttachedFile[];
    }
  | {
      readonly kind: 'lapse';
      readonly requestId: string;
      readonly at: Instant;
      readonly duty: string;
      readonly due: Instant;
    }
  /** The act of an earlier row is taken back by who did it: the case goes on as the fold of the other rows (ADR 0022). */
  | {
      readonly kind: 'retract';
      readonly requestId: string;
      readonly at: Instant;
      readonly by: Actor;
      /** The duty that the act answered. */
      readonly duty: string;
      /** The row of the act. */
      readonly version: number;
    }
  /** A case that this one opened is over. */
  | {
      readonly kind: 'childEnded';
      readonly requestId: string;
      /** The instant of that ending. */
      readonly at: Instant;
      /** Who ended it; null when the clock did. */
      readonly by: Actor | null;
      readonly duty: string;
      /** The case that is over, how it ended and what it reports. */
      readonly child: string;
      readonly outcome: string;
      readonly flow: FlowValues;
    }
  /** The case that opened this one tells how matters stand there. */
  | {
      readonly kind: 'parentTold';
      readonly requestId: string;
      /** The instant at which it was told. */
      readonly at: Instant;
      /** Whose act it came from; null when the clock told. */
      readonly by: Actor | null;
      /** The right of this case that takes it: opened once, in the main line, its key is the name of its row. */
      readonly duty: string;
      readonly outcome: string;
      readonly flow: FlowValues;
    }
  /** The bureau of the other province answers a letter of this case. */
  | {
      readonly kind: 'letterAnswered';
      readonly requestId: string;
      /** The instant at which the answer was received here. */
      readonly at: Instant;
      /** Number and SM3 of the answer. */
      readonly letter: { readonly number: string; readonly sm3: string };
      /** Which letter of this case it answers. */
      readonly regards: number;
      readonly outcome: string;
      readonly flow: FlowValues;
      /** The case there is over: nothing more comes of it. */
      readonly closes: boolean;
    }
  /** The case that opened this one does not wait for it any more. */
  | { readonly kind: 'parentEnded'; readonly requestId: string; readonly at: Instant }
  /** A revised calendar or rule: new last days, no procedure code runs. The days themselves are the dues of the row. */
  | {
      readonly kind: 'redate';
      readonly requestId: string;
      readonly at: Instant;
      /** Who approved the revision. */
      readonly by: Actor;
      /** Id of the revision, and why, in the words of whoever proposed it. */
      readonly revision: string;
      readonly reason: string;
      /** Limits that hold in this case from now on instead of those it was opened with. */
      readonly terms: Terms;
      /** Days that stay valid although the count ends earlier, by duty or `clock:<name>`. */
      readonly kept: Readonly<Record<string, KeptDate>>;
    };

/** What a letter is for. `regards` is the letter of this case that it speaks of. */
export type LetterContent =
  | { readonly kind: 'request'; readonly key: string; readonly procedure: string; readonly share: FlowValues }
  | { readonly kind: 'reminder'; readonly key: string; readonly regards: number }
  | { readonly kind: 'recall'; readonly regards: number }
  /** Answers the letter that opened this case; `closes` when the case ends with it. */
  | { readonly kind: 'reply'; readonly outcome: string; readonly flow: FlowValues; readonly closes: boolean };

/** What a turn settled. Entries identify, they never carry titles: a corrected title is not another decision. */
export type Entry =
  | {
      readonly type: 'opened';
      readonly key: string;
      readonly step: string;
      readonly kind: 'duty' | 'right';
      readonly owner: Role;
      /** The unit that owes it, where the case says which; absent where the table of the province does. */
      readonly unit?: string;
      readonly policy: ExpiryPolicy;
      /** The limit itself; null when there is none or the duty follows a clock. */
      readonly limit: DutyLimit | null;
      readonly rule: RuleKey | null;
      readonly clock: string | null;
      readonly startOn: CivilDate;
      /** The passing of the limit is a turn of the case. */
      readonly lapses: boolean;
      readonly without: Readonly<Record<string, Text>>;
      /** What it is about, where several of the step stand beside each other. */
      readonly about?: About;
    }
  | { readonly type: 'settled'; readonly key: string; readonly outcome: string; readonly flow: FlowValues }
  | { readonly type: 'cancelled'; readonly key: string }
  | { readonly type: 'blocked'; readonly key: string; readonly reason: Text | null }
  /** `key` is that of the duty, or `clock:<name>`. */
  | { readonly type: 'extended'; readonly key: string; readonly rule: RuleKey; readonly limit: Limit }
  | {
      readonly type: 'clockStarted';
      readonly clock: string;
      readonly rule: RuleKey;
      readonly limit: Limit;
      readonly startOn: CivilDate;
    }
  | {
      readonly type: 'clockPaused';
      readonly clock: string;
      readonly span: string;
      readonly kind: 'excluded' | 'suspended';
      readonly title: Text;
      readonly from: CivilDate;
    }
  | { readonly type: 'clockResumed'; readonly clock: string; readonly span: string; readonly to: CivilDate }
  | { readonly type: 'clockStopped'; readonly clock: string; readonly on: CivilDate }
  | { readonly type: 'document'; readonly document: DocumentType; readonly duty: string | null }
  /** Somebody is told: those in the role of the unit; of nobody's unit, whoever applied. */
  | { readonly type: 'told'; readonly notice: NoticeKey; readonly unit: string | null; readonly role: Role }
  /** Another system is written to. */
  | { readonly type: 'sent'; readonly channel: Channel; readonly dispatch: Dispatch }
  /** The case is secret from now on; the rest of its matter is opened as a case of its own under that procedure. */
  | { readonly type: 'divided'; readonly procedure: string }
  /** The matter goes on in another case. */
  | { readonly type: 'merged'; readonly into: string }
  | { readonly type: 'licence'; readonly act: LicenceAct }
  | { readonly type: 'breach'; readonly ground: BreachGround; readonly bar?: Limit }
  | { readonly type: 'amended'; readonly id: string }
  /** The row of that version no longer counts; what it opened is cancelled, what it ended is open again, as it was. */
  | { readonly type: 'retracted'; readonly version: number; readonly key: string }
  | { readonly type: 'reopened'; readonly key: string }
  | {
      readonly type: 'transferred';
      readonly procedure: string;
      readonly acceptedOn: CivilDate | null;
      readonly falsitySuspected: boolean;
      readonly ruling?: Ruling;
    }
  /** A case is to be opened under that procedure, for the duty of that key. */
  | { readonly type: 'childOpened'; readonly key: string; readonly procedure: string; readonly matter: FlowValues }
  /** The case that was opened for the duty is not awaited any more. */
  | { readonly type: 'childReleased'; readonly key: string }
  /** The case that was opened for the duty is told something, which its row `step` takes. */
  | {
      readonly type: 'childTold';
      readonly key: string;
      readonly step: string;
      readonly outcome: string;
      readonly flow: FlowValues;
    }
  /** A letter goes to the bureau of the other province; each case counts its own. */
  | ({ readonly type: 'letter'; readonly sequence: number } & LetterContent)
  /** The case that opened this one is over; `goesOn` when this one is carried to its own end. */
  | { readonly type: 'parentEnded'; readonly goesOn: boolean }
  | { readonly type: 'closed'; readonly outcome: string; readonly result?: FlowValues };
