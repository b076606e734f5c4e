import type { Province } from '@lianban/domain/province';
import type { Role } from '@lianban/domain/role';

/** The channel on which PostgreSQL tells of every committed turn, claim and release. */
export const NOTICE_CHANNEL = 'lianban';

/** What a notice says: ids only, so that it stays small and holds nothing that not everybody may read. */
export interface Notice {
  readonly caseId: string;
  readonly version: number;
  readonly number: string;
  readonly procedure: string;
  readonly edition: string;
  readonly province: Province;
  /** The applicant; null when the notice does not concern it. */
  readonly enterprise: string | null;
  /** Units and roles whose duties were opened, changed or ended. */
  readonly units: readonly string[];
  readonly roles: readonly Role[];
  /** Who acted, null for the clock; and their name. */
  readonly by: string | null;
  readonly byName: string | null;
  /** Key of the duty that was answered, lapsed, claimed or released; null for an opening. */
  readonly duty: string | null;
  /** The button; `open`, `lapse`, `redate`, `claim` or `release` otherwise. */
  readonly outcome: string;
}

/** Reads the payload of a notice; what comes on the channel was written by this package. */
export const readNotice = (payload: string): Notice => JSON.parse(payload) as Notice; // its only writers are beside it
