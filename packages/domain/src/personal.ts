import { isOutside, type Role } from './role.ts';
import { text, type Text } from './text.ts';

/** What a personal datum is; the credit code of an enterprise is public and none. */
export type PersonalKind = 'name' | 'phone' | 'idNumber' | 'email' | 'paperNumber';

/** The personal data of an application that are shown with its case, each by itself. */
export const contactFields = ['contact', 'phone', 'signature'] as const;
/** See {@link contactFields}. */
export type ContactField = (typeof contactFields)[number];

/** How somebody stands to a case in which a personal datum was written down. */
export type Standing = 'ownEnterprise' | 'ownUnit' | 'otherUnit' | 'supervisor' | 'administrator' | 'auditor';

/** What is shown of a datum: all of it, a masked form that opens on demand, perhaps only with a reason, or nothing. */
export type Showing = 'shown' | 'masked' | 'maskedForReason' | 'absent';

/**
 * What is shown to whom. Least is shown that the work needs (个人信息保护法6); where the line runs is a default of this system.
 * An auditor sees no case, only what the trail repeats of one.
 */
const showings: Readonly<Record<PersonalKind, Readonly<Record<Standing, Showing>>>> = {
  name: {
    ...{ ownEnterprise: 'shown', ownUnit: 'shown', otherUnit: 'maskedForReason', supervisor: 'maskedForReason' },
    ...{ administrator: 'absent', auditor: 'masked' },
  },
  phone: {
    ...{ ownEnterprise: 'shown', ownUnit: 'masked', otherUnit: 'maskedForReason', supervisor: 'maskedForReason' },
    ...{ administrator: 'absent', auditor: 'masked' },
  },
  email: {
    ...{ ownEnterprise: 'shown', ownUnit: 'masked', otherUnit: 'maskedForReason', supervisor: 'maskedForReason' },
    ...{ administrator: 'absent', auditor: 'masked' },
  },
  idNumber: {
    ...{ ownEnterprise: 'shown', ownUnit: 'maskedForReason', otherUnit: 'absent', supervisor: 'absent' },
    ...{ administrator: 'absent', auditor: 'masked' },
  },
  paperNumber: {
    ...{ ownEnterprise: 'shown', ownUnit: 'shown', otherUnit: 'masked', supervisor: 'masked' },
    ...{ administrator: 'shown', auditor: 'masked' },
  },
};

/** What is shown of a datum of that kind. */
export const showingOf = (kind: PersonalKind, standing: Standing): Showing => showings[kind][standing];

/** How a post stands to a case of which its unit owns a duty, or not. */
export function standingOf(role: Role, isOfOwnUnit: boolean): Standing {
  if (isOutside(role)) return 'ownEnterprise';
  if (role === 'SUP') return 'supervisor';
  if (role === 'ADM') return 'administrator';
  if (role === 'AUD') return 'auditor';
  return isOfOwnUnit ? 'ownUnit' : 'otherUnit';
}

/** How many masked data somebody may have shown in an hour. No law says it. */
export const mostReveals = {
  ...{ value: 30, mark: 'design' },
  source: text('本系统默认，可由安装方调整', 'A default of this system'),
} as const satisfies { readonly value: number; readonly mark: 'design'; readonly source: Text };

/** In place of what is not shown. */
const HIDDEN = '*';
/** Characters that part a number and tell nothing. */
const BETWEEN = /[-\s()]/;

/** How many characters stay at the start and at the end, by how many there are. */
const kept: Readonly<Record<PersonalKind, (length: number) => readonly [start: number, end: number]>> = {
  name: (length) => [length > 1 ? 1 : 0, 0],
  // 138****5678, 023-****0203; what is too short for a number keeps nothing.
  phone: (length) => (length >= 10 ? [3, 4] : [0, length >= 7 ? 2 : 0]),
  idNumber: (length) => (length >= 15 ? [1, 1] : [0, 0]),
  email: () => [0, 0],
  paperNumber: (length) => [0, length >= 8 ? 2 : 0],
};

/**
 * The datum as those see it who may not see all of it: of a name the first character, of a telephone number the first three
 * and the last four digits, of an identity number the first and the last, of an address of mail its first character and
 * what follows the @, of the number of a paper the last two characters. Masking twice changes nothing.
 */
export function masked(kind: PersonalKind, value: string): string {
  if (kind === 'email') return maskedMail(value.trim());
  const characters = [...value.trim()];
  const places = characters.flatMap((character, at) => (kind !== 'name' && BETWEEN.test(character) ? [] : [at]));
  const [start, end] = kept[kind](places.length);
  const open = new Set([...places.slice(0, start), ...(end === 0 ? [] : places.slice(-end))]);
  const hidden = new Set(places.filter((at) => !open.has(at)));
  return characters.map((character, at) => (hidden.has(at) ? HIDDEN : character)).join('');
}

function maskedMail(value: string): string {
  const at = value.lastIndexOf('@');
  if (at < 1) return HIDDEN.repeat(3);
  const [first = ''] = value;
  return `${at > 1 && first !== HIDDEN ? first : ''}${HIDDEN.repeat(3)}${value.slice(at)}`;
}

/** The value as it leaves for somebody who stands so to it; null where nothing does. */
export function shownPersonal(kind: PersonalKind, value: string, standing: Standing): string | null {
  switch (showingOf(kind, standing)) {
    case 'shown':
      return value;
    case 'masked':
    case 'maskedForReason':
      return masked(kind, value);
    case 'absent':
      return null;
  }
}
