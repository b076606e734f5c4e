import { addMonths, type CivilDate } from './civil-date.ts';
import type { Conflict } from './interest.ts';
import type { Item } from './item.ts';
import { text, type Text } from './text.ts';

/** Why somebody in the pool is left out of a draw, in the order in which it is said. */
export const exclusions = [
  'absent',
  'unqualified',
  'qualificationEnded',
  'conflict',
  'barredStep',
  'fullLoad',
  'inspectedRecently',
] as const;
/** One of the {@link exclusions}. */
export type Exclusion = (typeof exclusions)[number];

/** How each is said to whoever forms the team; a conflict never says which. */
export const exclusionTitles = {
  absent: text('不在岗', 'Not at work at present'),
  unqualified: text('资格与事项类别不符', 'Not qualified for this field'),
  qualificationEnded: text('资格不在有效期内', 'Qualification not valid today'),
  conflict: text('应当回避', 'Has to recuse'),
  barredStep: text('办理过本案不相容的步骤', 'Acted in a step that has to be apart'),
  fullLoad: text('在办任务已满', 'Has as much to do as is allowed'),
  inspectedRecently: text('近期检查过该企业，应当轮换', 'Inspected this enterprise recently: rotation'),
} as const satisfies Record<Exclusion, Text>;

/** What a certificate is for, with its days. */
export interface Certificate {
  readonly kind: string;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
}

/** Somebody in the pool of inspectors as the record has them. */
export interface Candidate {
  readonly personId: string;
  readonly name: string;
  /** Holds a post of the unit that owes the inspection, so that they can lead it and answer for it. */
  readonly mayLead: boolean;
  /** May act in some post of the bureau today. */
  readonly isPresent: boolean;
  readonly certificates: readonly Certificate[];
  readonly conflict: Conflict | null;
  /** A step of the case that they answered and that has to be apart from the inspection; null when there is none. */
  readonly barredStep: string | null;
  /** Inspections that they are in now. */
  readonly load: number;
  /** The last day on which they inspected this enterprise. */
  readonly lastInspectedOn: CivilDate | null;
}

/** By what the pool is judged. */
export interface Criteria {
  readonly on: CivilDate;
  readonly field: Item['field'];
  /** Inspections at once that are enough for one person. */
  readonly loadLimit: number;
  /** Years after an inspection in which the same person does not inspect the same enterprise again. */
  readonly rotationYears: number;
}

/** A line of the list from which is drawn: everybody in the pool, those left out with every reason. */
export interface Listed {
  readonly personId: string;
  readonly name: string;
  readonly mayLead: boolean;
  readonly out: readonly Exclusion[];
  /** Tickets in the draw: none for whoever is left out. */
  readonly tickets: number;
}

/** Words in the name of a certificate, by field; for every other field any certificate of an inspector does. */
const FIELD_WORDS: Readonly<Record<Item['field'], readonly string[] | null>> = {
  drug: ['药品', 'drug'],
  device: ['器械', 'device'],
  cosmetics: ['化妆品', 'cosmetic'],
  other: null,
};

const fits = ({ kind }: Certificate, field: Item['field']): boolean =>
  FIELD_WORDS[field]?.some((word) => kind.toLowerCase().includes(word)) ?? true;

const isValidOn = ({ validFrom, validTo }: Certificate, on: CivilDate): boolean =>
  validFrom <= on && (validTo === null || on <= validTo);

/**
 * The list from which a team is drawn, by person. A ticket for every inspection that fits below the limit, twice as many for who
 * has never inspected the enterprise: load and rotation weigh in the draw and decide nothing by themselves. [design]
 */
export const listOf = (pool: readonly Candidate[], criteria: Criteria): readonly Listed[] =>
  pool
    .map((candidate) => {
      const { personId, name, mayLead, load, lastInspectedOn } = candidate;
      const out = exclusions.filter((exclusion) => applies(exclusion, candidate, criteria));
      const free = Math.max(0, criteria.loadLimit - load);
      return { personId, name, mayLead, out, tickets: out.length > 0 ? 0 : free * (lastInspectedOn === null ? 2 : 1) };
    })
    .toSorted((a, b) => (a.personId < b.personId ? -1 : 1));

function applies(exclusion: Exclusion, candidate: Candidate, criteria: Criteria): boolean {
  const { certificates, lastInspectedOn } = candidate;
  const { on, field, loadLimit, rotationYears } = criteria;
  const fitting = certificates.filter((certificate) => fits(certificate, field));
  switch (exclusion) {
    case 'absent':
      return !candidate.isPresent;
    case 'unqualified':
      return fitting.length === 0;
    case 'qualificationEnded':
      return fitting.length > 0 && !fitting.some((certificate) => isValidOn(certificate, on));
    case 'conflict':
      return candidate.conflict !== null;
    case 'barredStep':
      return candidate.barredStep !== null;
    case 'fullLoad':
      return candidate.load >= loadLimit;
    case 'inspectedRecently':
      return lastInspectedOn !== null && on <= addMonths(lastInspectedOn, 12 * rotationYears);
  }
}

/** What a draw needs, and nothing else: whoever has it recomputes the team. */
export interface Draw {
  readonly list: readonly Listed[];
  /** Who is in the team already and stays in it. */
  readonly kept: readonly string[];
  /** How many the team has to have. */
  readonly size: number;
  /** Known only after the list was fixed. */
  readonly seed: string;
  /** Hash of a text in hexadecimal digits, always as many. */
  readonly hash: (text: string) => string;
}

/** A person who was drawn, with the ticket that drew them. */
export interface Drawn {
  readonly personId: string;
  /** Hash of `seed:person:n`, the lowest of theirs. */
  readonly ticket: string;
}

/** The people who come into the team, and who leads it. */
export interface DrawnTeam {
  readonly leader: string;
  readonly drawn: readonly Drawn[];
}

/**
 * Draws who fills the team up. Each ticket has the number `hash(seed:person:n)`; the lowest numbers are drawn, so that who has
 * twice the tickets is drawn first twice as often, and neither the order of the list nor anything else matters. Of those who may
 * lead the lowest comes first where nobody in the team can. Null when there are not enough.
 */
export function drawTeam({ list, kept, size, seed, hash }: Draw): DrawnTeam | null {
  const ranked = list
    .filter(({ personId, tickets }) => tickets > 0 && !kept.includes(personId))
    .map(({ personId, mayLead, tickets }) => ({
      personId,
      mayLead,
      ticket: lowest(`${seed}:${personId}`, tickets, hash),
    }))
    .toSorted((a, b) => (a.ticket + a.personId < b.ticket + b.personId ? -1 : 1));
  const leading = list.find(({ personId, mayLead }) => mayLead && kept[0] === personId) ?? null;
  const keptLeader = leading ?? list.find(({ personId, mayLead }) => mayLead && kept.includes(personId)) ?? null;
  const first = keptLeader === null ? ranked.find(({ mayLead }) => mayLead) : undefined;
  const leader = keptLeader?.personId ?? first?.personId;
  const wanted = Math.max(0, size - kept.length);
  const drawn = [...(first === undefined ? [] : [first]), ...ranked.filter((one) => one !== first)].slice(0, wanted);
  if (leader === undefined || drawn.length < wanted || (first !== undefined && wanted === 0)) return null;
  return { leader, drawn: drawn.map(({ personId, ticket }) => ({ personId, ticket })) };
}

function lowest(drawer: string, tickets: number, hash: Draw['hash']): string {
  const numbers = Array.from({ length: tickets }, (_, nth) => hash(`${drawer}:${nth + 1}`));
  return numbers.reduce((least, number) => (number < least ? number : least));
}
