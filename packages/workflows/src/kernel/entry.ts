import type { KeptDate } from '@lianban/domain/ask';
import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import type { DocumentType } from '@lianban/domain/document';
import type { FlowValues } from '@lianban/domain/field';
import type { ExpiryPolicy, Limit } from '@lianban/domain/limit';
import type { Role } from '@lianban/domain/role';
import type { RuleKey, Terms } from '@lianban/domain/rule';
import type { Text } from '@lianban/domain/text';
import type { Opening } from '../vocabulary/opening.ts';
import type { BreachGround, LicenceAct } from '../vocabulary/proceeding.ts';
import type { Actor } from '../vocabulary/step.ts';

/** What moves a case: exactly one of these per ledger row. */
export type Input =
  | {
      readonly kind: 'open';
      readonly requestId: string;
      readonly at: Instant;
      readonly by: Actor;
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
    }
  | {
      readonly kind: 'lapse';
      readonly requestId: string;
      readonly at: Instant;
      readonly duty: string;
      readonly due: Instant;
    }
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

/** What a turn settled. Entries identify, they never carry titles: a corrected title is not another decision. */
export type Entry =
  | {
      readonly type: 'opened';
      readonly key: string;
      readonly step: string;
      readonly kind: 'duty' | 'right';
      readonly owner: Role;
      readonly policy: ExpiryPolicy;
      /** The limit itself; null when there is none or the duty follows a clock. */
      readonly limit: Limit | null;
      readonly rule: RuleKey | null;
      readonly clock: string | null;
      readonly startOn: CivilDate;
      /** The passing of the limit is a turn of the case. */
      readonly lapses: boolean;
      readonly without: Readonly<Record<string, Text>>;
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
  | { readonly type: 'licence'; readonly act: LicenceAct }
  | { readonly type: 'breach'; readonly ground: BreachGround }
  | { readonly type: 'amended'; readonly id: string }
  | {
      readonly type: 'transferred';
      readonly procedure: string;
      readonly acceptedOn: CivilDate | null;
      readonly falsitySuspected: boolean;
    }
  | { readonly type: 'closed'; readonly outcome: string };
