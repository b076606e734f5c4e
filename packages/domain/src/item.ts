import type { ConclusionModel } from './inspection.ts';
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

/** What an item's own rule says of its way through the ordinary procedure. */
export interface Course {
  readonly inspection: 'required' | 'whenNeeded' | 'none';
  /** In whose words its inspections conclude. */
  readonly conclusions: ConclusionModel;
  /** Whether the applicant may be asked for more during the review (发补). */
  readonly supplementInReview: boolean;
  /** What the decision clock leaves out besides what 许可法45 lists. */
  readonly notCounted: readonly Uncounted[];
  /** Keys of the materials that may be handed in after acceptance (容缺受理). */
  readonly curable: readonly string[];
  /** Who reviews the registration that is applied for together with the licence: the province class II, the nation class III. */
  readonly registration?: 'provincial' | 'national';
}

/** Part of an examination that a special rule may leave out of the clock. */
export type Uncounted = 'technicalReview' | 'inspection' | 'rectification';

/** 许可法 alone: an inspection where one is needed, everything counted (许可法34、42、45). */
export const plainCourse: Course = {
  inspection: 'whenNeeded',
  conclusions: 'GENERIC',
  supplementInReview: false,
  notCounted: [],
  curable: [],
};

/** A permit item of one province in one edition: what it needs and how it runs. */
export interface Item {
  readonly code: string;
  readonly province: Province;
  readonly edition: string;
  readonly title: Text;
  readonly summary: Text;
  /** A `matter` is handled without a licence in the end, and is not applied for in the catalogue. */
  readonly kind: 'issue' | 'change' | 'renewal' | 'matter';
  /** Of a change or a renewal: the item under which the licence stands in the register. */
  readonly licensedAs?: string;
  /** Id of the procedure that the item takes when it is not granted on commitment; 一般许可 where it says nothing. */
  readonly procedure?: string;
  /** What in the credit file closes this item to an enterprise, until it is repaired; nothing where it says nothing. */
  readonly closedBy?: 'rectificationOverdue';
  /** How the ordinary procedure runs; the Licensing Law alone where the item says nothing. */
  readonly course?: Course;
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
