import type { Province } from '@lianban/domain/province';
import type { Role } from '@lianban/domain/role';

/** The channel on which PostgreSQL tells of every committed turn, claim and release, and of messages to posts. */
export const NOTICE_CHANNEL = 'lianban';

/** What a notice says: ids only, so that it stays small and holds nothing that not everybody may read. */
export interface Notice {
  readonly caseId: string;
  /** Request id of the turn; absent where no turn was committed, as by a claim. */
  readonly request?: string;
  readonly version: number;
  readonly number: string;
  readonly procedure: string;
  readonly edition: string;
  /** Code of the item. */
  readonly item: string;
  readonly province: Province;
  /** The applicant; null when the notice does not concern it. */
  readonly enterprise: string | null;
  /** The case is under secrecy: who in the province may hear of it, the record says. */
  readonly secret: boolean;
  /** Units and roles whose duties were opened, changed or ended. */
  readonly units: readonly string[];
  readonly roles: readonly Role[];
  /** Who acted, null for the clock; and their name. */
  readonly by: string | null;
  readonly byName: string | null;
  /** In which role; absent where only officials can have acted, null for the clock. */
  readonly byRole?: Role | null;
  /** For whom they stood in; absent or null where they acted for themselves. */
  readonly forName?: string | null;
  /** Key of the duty that was answered, lapsed, claimed or released; null for an opening. */
  readonly duty: string | null;
  /** The button; `open`, `lapse`, `redate`, `retract`, `claim` or `release` otherwise. */
  readonly outcome: string;
}

/** These posts have been told something; what it was, they read. */
export interface PostNotice {
  readonly posts: readonly string[];
}

/** These sessions have been ended: whatever is open under them is over. */
export interface SessionNotice {
  readonly sessions: readonly string[];
}

/** Somebody was let into a secret case, and no longer is. */
export interface AccessNotice {
  readonly accessOf: string;
  readonly accessEnded: string;
}

/** These cases have been put under secrecy: whoever shows one and may not see it any more drops it. */
export interface SecrecyNotice {
  readonly concealed: readonly string[];
}

/** What people may be told of. */
export type Announcement = Notice | PostNotice | AccessNotice | SecrecyNotice;

/** What comes on the channel. */
export type Broadcast = Announcement | SessionNotice;

/** Reads the payload of a notice; what comes on the channel was written by this package. */
export const readNotice = (payload: string): Broadcast => JSON.parse(payload) as Broadcast; // its only writers are beside it
