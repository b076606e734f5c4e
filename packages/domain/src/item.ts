import type { CivilDate } from './civil-date.ts';
import type { Limit } from './limit.ts';
import type { Province } from './province.ts';
import type { Text } from './text.ts';

/** What the applicant hands in, and when. */
export interface Material {
  readonly key: string;
  readonly title: Text;
  /** required now · may follow later · waived because the agency obtains it itself (国务院令716 第7条). */
  readonly need: 'required' | 'later' | 'waived';
}

/** How the promise is checked after the decision. */
export type VerificationMode = 'data' | 'paper' | 'on-site' | 'sample';

/** A permit item of one province in one edition: what it needs and how it runs. */
export interface Item {
  readonly code: string;
  readonly province: Province;
  readonly edition: string;
  readonly title: Text;
  readonly summary: Text;
  readonly kind: 'issue' | 'renewal';
  /** May be granted on commitment. Without it only the ordinary procedure is open. */
  readonly byCommitment: boolean;
  /** Product field, decides the bar for fraud: drug 10, device 10, cosmetics 5, other 3 years. */
  readonly field: 'drug' | 'device' | 'cosmetics' | 'other';
  /** The provisions the item rests on, in words that may be shown. */
  readonly basis: Text;
  readonly conditions: readonly Text[];
  readonly materials: readonly Material[];
  /** For renewals: how long before the expiry of the old licence one may apply. */
  readonly window: { readonly earliest: Limit; readonly latest: Limit } | null;
  readonly verification: {
    readonly mode: VerificationMode;
    /** False where the rule sets no window: supervision goes on without a last day. */
    readonly windowed: boolean;
    /** False where unmet conditions lead to revocation at once. */
    readonly rectifiable: boolean;
  };
  /** Conditions may be promised for a later date; until then the licence may not be used. */
  readonly laterConditions: boolean;
  readonly licence: { readonly title: Text; readonly series: string; readonly validYears: number };
  readonly effectiveFrom: CivilDate;
  /** Last day on which it may be applied for. */
  readonly effectiveTo: CivilDate | null;
}
