import { civilDate, endOfDay, instant, type CivilDate, type Instant } from '@lianban/domain/civil-date';
import { cursorOf, instantPart, readCursor, textPart, uuidPart } from './cursor.ts';
import type { Horizon } from './horizon.ts';
import type { Parameters } from './parameters.ts';

/** Groups of the inbox in their order: what can still be saved comes before what is already late. */
export const inboxGroups = ['today', 'overdue', 'week', 'later', 'undated'] as const;
/** A group of the inbox. */
export type InboxGroup = (typeof inboxGroups)[number];

/** The moment that the groups turn on. */
export type Now = Pick<Horizon, 'now' | 'today' | 'weekEnd'>;

/** A stretch of the order within which an index goes by the day alone. */
export interface Run {
  readonly group: InboxGroup;
  /** The passing of the day has an effect of its own. */
  readonly lapses: boolean;
}

/** The whole order. */
const runs: readonly Run[] = inboxGroups.flatMap((group) => [
  { group, lapses: true },
  { group, lapses: false },
]);

/** Where a page ended, with the now of the first page, or a duty that turns red meanwhile would move under the cursor. */
export interface Place extends Now {
  readonly run: Run;
  /** First late instant, or `infinity`. */
  readonly due: string;
  readonly openedAt: string;
  readonly caseId: string;
  readonly duty: string;
}

const nowPart = (part: unknown): Instant => instant(textPart(part));
const dayPart = (part: unknown): CivilDate => civilDate(textPart(part));
function runPart(part: unknown): Run {
  const run = typeof part === 'number' ? runs[part] : undefined;
  if (run === undefined) throw new TypeError('run expected');
  return run;
}

/** The cursor of a place. */
export const placeCursor = ({ now, today, weekEnd, run, due, openedAt, caseId, duty }: Place): string =>
  cursorOf([now, today, weekEnd, indexOf(run), due, openedAt, caseId, duty]);

/** The place of a cursor. @throws LianbanError MALFORMED for one that {@link placeCursor} did not make. */
export function readPlace(cursor: string): Place {
  type Parts = readonly [Instant, CivilDate, CivilDate, Run, string, string, string, string];
  const readers = [nowPart, dayPart, dayPart, runPart, instantPart, instantPart, uuidPart, textPart] as const;
  const [now, today, weekEnd, run, due, openedAt, caseId, duty] = readCursor<Parts>(cursor, readers);
  return { now, today, weekEnd, run, due, openedAt, caseId, duty };
}

const indexOf = ({ group, lapses }: Run): number => inboxGroups.indexOf(group) * 2 + (lapses ? 0 : 1);

/** The runs of a group, or of all, in order, from the place on. */
export const runsFrom = (place: Place | null, filter: InboxGroup | 'all'): readonly Run[] =>
  runs.slice(place === null ? 0 : indexOf(place.run)).filter(({ group }) => filter === 'all' || filter === group);

/** SQL: the order of `duty d` within a run. */
export const orderInRun = 'd.due_at, d.opened_at, d.case_id, d.key';

/** SQL: whether `duty d` comes after the place, in the run in which the place is; in those behind it all do. */
export function afterPlace(place: Place | null, run: Run, parameters: Parameters): string {
  if (place === null || indexOf(place.run) !== indexOf(run)) return 'true';
  const { due, openedAt, caseId, duty } = place;
  const [opened, id] = [parameters.add(openedAt), parameters.add(caseId)];
  const rest = `${opened}::timestamptz, ${id}::uuid, ${parameters.add(duty)}::text`;
  if (run.group === 'undated') return `(d.opened_at, d.case_id, d.key) > (${rest})`;
  return `(${orderInRun}) > (${parameters.add(due)}::timestamptz, ${rest})`;
}

/** SQL: whether `duty d` is in the group; what is due on a day is late from its end on, and by the hour within it. */
export function inGroup(group: InboxGroup, { now, today, weekEnd }: Now, parameters: Parameters): string {
  const after = (moment: Instant): string => `d.due_at > ${parameters.add(moment)}::timestamptz`;
  const upTo = (moment: Instant): string => `d.due_at <= ${parameters.add(moment)}::timestamptz`;
  switch (group) {
    case 'undated':
      return 'd.due_at IS NULL';
    case 'overdue':
      return upTo(now);
    case 'today':
      return `${after(now)} AND ${upTo(endOfDay(today))}`;
    case 'week':
      return `${after(endOfDay(today))} AND ${upTo(endOfDay(weekEnd))}`;
    case 'later':
      return after(endOfDay(weekEnd));
  }
}
