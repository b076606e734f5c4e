import { addHours, type Instant } from './civil-date.ts';
import type { Role } from './role.ts';
import { text, type Text } from './text.ts';

/** A number that is ours to set, with where it comes from. */
interface DesignedNumber {
  readonly value: number;
  readonly mark: 'design';
  readonly source: Text;
}

/** How long somebody is let into a secret case at most, in hours from the request. No law says it. */
export const longestAccess: DesignedNumber = {
  value: 24,
  mark: 'design',
  source: text('本系统默认，可由安装方调整', 'A default of this system'),
};

/** The head of the agency answers for all of it, so nothing is secret to them. */
export const seesAllSecrets = (role: Role): boolean => role === 'HEAD';

/** Whether a post is let into the secret cases of its unit; those that watch over the work of others, or keep the system, are not. */
export const entersByUnit = (role: Role): boolean => role !== 'SUP' && role !== 'ADM' && role !== 'AUD';

/**
 * Whether a post may put a case under secrecy (保密), or end it: the head of a section that works on it, and those above. Who
 * decides is a default of this system; the agency's own rules on secrets name them.
 */
export function maySetSecrecy(role: Role, isOfOwnUnit: boolean): boolean {
  if (role === 'SEC') return isOfOwnUnit;
  return role === 'DL' || role === 'HEAD';
}

/** Somebody in a post, their own or that of whom they stand in for. */
export interface SecondPerson {
  readonly personId: string;
  readonly role: Role;
  readonly standingInFor?: string;
}

/**
 * Whether somebody may decide on a request to be let in: a second person, the head of the agency, or the deputy when the head
 * asks (domain.md §14, 49). Who stands in for whoever asks is no second person.
 */
export const mayDecideAccess = (asked: SecondPerson, by: SecondPerson): boolean =>
  asked.personId !== by.personId &&
  asked.personId !== by.standingInFor &&
  by.role === (asked.role === 'HEAD' ? 'DL' : 'HEAD');

/** Whether somebody may end an access that runs: whoever has it, and the head of the agency. */
export const mayEndAccess = (asked: SecondPerson, by: SecondPerson): boolean =>
  asked.personId === by.personId || by.role === 'HEAD' || mayDecideAccess(asked, by);

/** Whether an access may end at that instant: ahead, and not longer than {@link longestAccess}. */
export const isFitEnd = (askedAt: Instant, untilAt: Instant): boolean =>
  untilAt > askedAt && untilAt <= addHours(askedAt, longestAccess.value);

/** What has become of a request, as it stands at an instant. */
export type AccessState = 'asked' | 'missed' | 'refused' | 'running' | 'over' | 'ended';

/** A request with what was decided. */
export interface AccessFacts {
  readonly untilAt: Instant;
  readonly released: boolean | null;
  readonly endedAt: Instant | null;
}

/** Where a request stands: nothing has to be done for it to be over. */
export function accessState({ untilAt, released, endedAt }: AccessFacts, now: Instant): AccessState {
  if (released === false) return 'refused';
  const isOver = untilAt <= now;
  if (released === null) return isOver ? 'missed' : 'asked';
  if (endedAt !== null) return 'ended';
  return isOver ? 'over' : 'running';
}
