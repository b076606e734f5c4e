import type { CivilDate } from '@lianban/domain/civil-date';
import type { FlowValues } from '@lianban/domain/field';
import type { Curable } from '@lianban/domain/curable';
import type { Item } from '@lianban/domain/item';
import type { LedgerQuarter, LiaisonRequest, MeetingYear } from '@lianban/domain/liaison';
import type { Province } from '@lianban/domain/province';
import type { SpanKind } from '@lianban/domain/ask';
import type { Terms } from '@lianban/domain/rule';
import type { Text } from '@lianban/domain/text';
import type { About } from './proceeding.ts';

/** What a procedure knows from the start. Frozen at the application; later catalogue changes do not reach the case. */
export interface Opening {
  readonly item: Pick<
    Item,
    'code' | 'province' | 'edition' | 'field' | 'kind' | 'verification' | 'laterConditions' | 'course'
  >;
  readonly terms: Terms;
  /** The day the application counts as received on. */
  readonly receivedOn: CivilDate;
  /** Answer of catalogue and credit gate at that moment: open, for the window to judge, or closed to commitment. */
  readonly gate: 'clear' | 'unclear' | 'barred';
  /** The commitment signed with the application, against the notice it names. */
  readonly commitment: SignedCommitment | null;
  /** Set when the case continues one that left the commitment route. */
  readonly convertedFrom: Conversion | null;
  /** Set when the case was accepted before it came into the system. */
  readonly carried?: Carried;
  /** Files that were handed in with the application; absent where there are none. */
  readonly attachments?: readonly AttachedFile[];
  /** Of a renewal: the last day of the licence that it renews (许可法50). */
  readonly licenceEndsOn?: CivilDate;
  /** Of a liaison request: where it came from and who answers for it. */
  readonly request?: LiaisonRequest;
  /** Of a quarterly ledger: the quarter, and who hands in. */
  readonly quarter?: LedgerQuarter;
  /** Of the meetings with district leaders: the year, and who is to be met by whom. */
  readonly meetings?: MeetingYear;
  /** Set when another case opened this one and waits for its ending. */
  readonly childOf?: ChildOf;
  /** Set when a letter of the other bureau opened this case, which answers it. */
  readonly letter?: AskingLetter;
  /** Materials of the item that may be handed in after acceptance (容缺受理); absent where there are none. */
  readonly curable?: readonly Curable[];
  /** Set when the case is a remedy against another one, which has been decided. */
  readonly contests?: Contested;
}

/** A letter that opened a case: who asks what, by which day, and what an answer has to refer to. */
export interface AskingLetter {
  readonly from: Province;
  /** Number of the letter, and of the case there that asks. */
  readonly number: string;
  readonly caseNumber: string;
  /** Names that case and its letter to whoever sent it; means nothing here. */
  readonly caseId: string;
  readonly sequence: number;
  /** SM3 of the letter, so that the chain of the ledger covers it. */
  readonly sm3: string;
  readonly matter: FlowValues;
  readonly answerBy: CivilDate | null;
  /** The case there is secret, and so is this one. */
  readonly secret?: true;
}

/** The decided case that a remedy is sought against, as it stood on that day (ADR 0038). */
export interface Contested {
  readonly caseId: string;
  readonly procedure: string;
  /** How that case ended. */
  readonly ending: string;
  /** The day from which the limits of the remedies run: that on which the case ended. */
  readonly knownOn: CivilDate;
  readonly kind: RemedyKind;
  /** The day on which the remedy was sought. */
  readonly soughtOn: CivilDate;
  /** The last day for it; whoever rules decides what lateness means. */
  readonly lastOn: CivilDate;
  /** Whether its procedure can be taken up again where a ruling says so. */
  readonly repeatable: boolean;
}

/** 行政复议 or 行政诉讼. */
export type RemedyKind = 'reconsideration' | 'lawsuit';

/** A file by its id, the material that it is for, and the SM3 of its content: so the chain of the ledger covers it. */
export interface AttachedFile {
  readonly id: string;
  /** Key in the list of the item. */
  readonly material: string;
  /** 64 hexadecimal digits. */
  readonly sm3: string;
}

/** The case that opened this one, and what it handed over. */
export interface ChildOf {
  readonly caseId: string;
  /** The duty of that case which ends with this case. */
  readonly duty: string;
  readonly matter: FlowValues;
  /** What that duty is about, where several of its step stand beside each other; so is everything in this case. */
  readonly about?: About;
}

/** What an old case has behind it: its acceptance, what its clock left out, and the last day that its papers print. */
export interface Carried {
  /** The number it was accepted under. */
  readonly number: string;
  readonly acceptedOn: CivilDate;
  readonly segments: readonly CarriedSegment[];
  readonly printedOn: CivilDate;
  /** The last day as counted from acceptance, limit and segments; another than the printed one is to be looked into. */
  readonly countedOn: CivilDate;
}

/** Days that a clock left out before the case came into the system, both ends included. */
export interface CarriedSegment {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly kind: SpanKind;
  /** The reason, and the paper where there is one. */
  readonly title: Text;
}

/** A signature under the commitment; conditions may be promised for a later day. */
export interface SignedCommitment {
  readonly noticeVersion: string;
  readonly conditionsMetOn: CivilDate | null;
}

/** What the ordinary procedure takes over: an acceptance stays an acceptance, a suspicion bars withdrawal. */
export interface Conversion {
  readonly caseId: string;
  readonly acceptedOn: CivilDate | null;
  readonly falsitySuspected: boolean;
  /** Set when a ruling on a remedy has the matter taken up again. */
  readonly ruling?: Ruling;
}

/** What a ruling orders: where the matter is taken up again, by when, and on what no decision may rest again (复议法64). */
export interface Ruling {
  /** From intake, from the assignment, from the draft, or from the service of what the ruling itself decided. */
  readonly from: 'intake' | 'examination' | 'decision' | 'service';
  readonly on: CivilDate;
  /** The day that the ruling sets; null where the whole limit runs anew. */
  readonly until: CivilDate | null;
  /** Facts and reasons on which the same decision may not be made again; empty where none were set aside. */
  readonly barred: string;
}
