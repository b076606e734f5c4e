import type { CivilDate } from './civil-date.ts';
import { addDays } from './civil-date.ts';
import type { Province } from './province.ts';
import { workingRoles, type Role } from './role.ts';
import { text, type Text } from './text.ts';

/** First and last day of an absence, both included, as days of Asia/Shanghai. */
export interface Absence {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** Whether the absence is under way on that day: from its first day to its last, which ends with 24:00 in Beijing. */
export const isAway = ({ from, to }: Absence, day: CivilDate): boolean => from <= day && day <= to;

/** Whether two absences have a day in common. */
export const overlap = (one: Absence, other: Absence): boolean => one.from <= other.to && other.from <= one.to;

/** The longest absence that is entered at once, as a number of days; our own default, no law gives one. */
export const longestAbsence = {
  days: 180,
  mark: 'design',
  source: text('本系统默认：一次委托代办最长 180 天', 'Our default: somebody stands in for at most 180 days at once'),
} as const satisfies { readonly days: number; readonly mark: 'design'; readonly source: Text };

/** Whether an absence may be entered today: it does not begin in the past, ends no earlier than it begins, and is not too long. */
export const mayBeEntered = ({ from, to }: Absence, today: CivilDate): boolean =>
  today <= from && from <= to && to < addDays(from, longestAbsence.days);

/** What is handed to a deputy: everything of a post, or what belongs to one item, one procedure or one case. */
export type Matter =
  | { readonly kind: 'post' }
  | { readonly kind: 'item'; readonly item: string }
  | { readonly kind: 'procedure'; readonly procedure: string }
  | { readonly kind: 'case'; readonly caseId: string };

/** The matters that somebody stands in for where it is not the whole post. */
export interface Matters {
  readonly items: readonly string[];
  readonly procedures: readonly string[];
  readonly cases: readonly string[];
}

/** A case, as far as matters tell it from others. */
export interface CaseOfMatter {
  readonly caseId: string;
  readonly item: string;
  readonly procedure: string;
}

/** Whether a case is among the matters; null stands for everything. */
export const covers = (matters: Matters | null, { caseId, item, procedure }: CaseOfMatter): boolean =>
  matters === null ||
  matters.cases.includes(caseId) ||
  matters.items.includes(item) ||
  matters.procedures.includes(procedure);

/**
 * Whether somebody may stand in for a post of that role, and be a deputy by one. Enterprises have authority letters
 * (许可法29); administrators, supervisors and auditors have a second person in their own role instead, because whoever
 * watches over acts is not to be made out of whoever acts (ADR 0024).
 */
export function standsIn(role: Role): boolean {
  const roles: readonly Role[] = workingRoles;
  return roles.includes(role);
}

/** A post by its place. */
export interface PlaceOfPost {
  readonly role: Role;
  readonly province: Province;
  readonly unitId: string | null;
}

/** Whether the post answers for the other one, so that its person may name a deputy for somebody who is away already. */
export function answersFor(superior: PlaceOfPost, { province, unitId }: PlaceOfPost): boolean {
  if (superior.province !== province) return false;
  if (superior.role === 'DL' || superior.role === 'HEAD') return true;
  return superior.role === 'SEC' && unitId !== null && superior.unitId === unitId;
}

/** Why somebody cannot stand in. */
export type Unfit =
  | 'self' // nobody stands in for themselves
  | 'giver' // nobody names themselves for somebody else
  | 'noAccount' // they cannot sign in, or their account is disabled
  | 'notThroughout' // they do not hold their post on every day of the absence
  | 'away'; // they are away themselves on one of these days

/** What each reason is called. */
export const unfitWords = {
  self: text('是本人', 'It is the person who is away'),
  giver: text('不能指定自己代办', 'Nobody names themselves'),
  noAccount: text('没有账号，或账号已停用', 'No account, or a disabled one'),
  notThroughout: text('任职不覆盖全部日期', 'Does not hold the post on every one of these days'),
  away: text('期间本人也外出', 'Is away as well on one of these days'),
} as const satisfies Record<Unfit, Text>;

/** Somebody who might stand in, as far as it matters here. */
export interface Candidate {
  readonly personId: string;
  readonly hasAccount: boolean;
  /** Last day of the post by which they are chosen; null while there is none. */
  readonly until: CivilDate | null;
  readonly since: CivilDate;
  readonly absences: readonly Absence[];
}

/** Who is away, from when to when, and who names the deputy. */
export interface Need extends Absence {
  readonly principalId: string;
  readonly giverId: string;
}

/** Why the candidate cannot stand in; null when they can. */
export function unfit(candidate: Candidate, need: Need): Unfit | null {
  if (candidate.personId === need.principalId) return 'self';
  if (candidate.personId === need.giverId) return 'giver';
  if (!candidate.hasAccount) return 'noAccount';
  if (candidate.since > need.from || (candidate.until !== null && candidate.until < need.to)) return 'notThroughout';
  return candidate.absences.some((absence) => overlap(absence, need)) ? 'away' : null;
}

/** How an act is signed by somebody who stands in: 李四（代张三）, Li Si for Zhang San. */
export const actingName = (name: string, standingInFor: string | null): Text =>
  standingInFor === null ? text(name, name) : text(`${name}（代${standingInFor}）`, `${name} for ${standingInFor}`);
