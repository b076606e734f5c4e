import type { CivilDate } from '@lianban/domain/civil-date';
import type { Item } from '@lianban/domain/item';
import type { SpanKind } from '@lianban/domain/ask';
import type { Terms } from '@lianban/domain/rule';
import type { Text } from '@lianban/domain/text';

/** What a procedure knows from the start. Frozen at the application; later catalogue changes do not reach the case. */
export interface Opening {
  readonly item: Pick<Item, 'code' | 'province' | 'edition' | 'field' | 'kind' | 'verification' | 'laterConditions'>;
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
}
