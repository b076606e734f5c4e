import { civilDate, instant, type CivilDate, type Instant } from '@lianban/domain/civil-date';
import type { Text } from '@lianban/domain/text';
import { select, selectOne, type Queryable } from '../queryable.ts';
import { cursorOf, instantPart, numberPart, readCursor, textPart, uuidPart } from './cursor.ts';
import {
  deadlineColumns,
  holderColumns,
  holderJoins,
  lastAct,
  type Deadline,
  type Holder,
  type LastAct,
} from './duty-columns.ts';
import type { Horizon } from './horizon.ts';
import { contains, Parameters } from './parameters.ts';
import { ownDuties, type Scope } from './scope.ts';

/** Groups of the inbox in their order: what can still be saved comes before what is already late. */
export const inboxGroups = ['today', 'overdue', 'week', 'later', 'undated'] as const;
/** A group of the inbox. */
export type InboxGroup = (typeof inboxGroups)[number];

/** Which part of whose inbox. */
export interface InboxQuestion {
  readonly scope: Scope;
  readonly personId: string;
  /** What one has taken, or what waits in the pool of one's unit; an enterprise has no pool. */
  readonly tab: 'mine' | 'pool';
  readonly filter?: Exclude<InboxGroup, 'undated'> | 'all';
  /** Part of a number or of the enterprise's name. */
  readonly search?: string;
  /** Of the page before; keeps its now. */
  readonly cursor?: string;
  readonly limit: number;
  readonly horizon: Horizon;
}

/** A duty in the inbox. */
export interface InboxRow extends Deadline, Holder {
  readonly caseId: string;
  readonly duty: string;
  readonly number: string;
  readonly procedure: string;
  readonly edition: string;
  readonly itemTitle: Text;
  readonly enterprise: string;
  readonly step: string;
  readonly group: InboxGroup;
  /** The passing of the day has an effect of its own. */
  readonly lapses: boolean;
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
  readonly updatedBy: string | null;
  readonly last: LastAct;
  /** When somebody last urged whoever owes it, and how often so far. */
  readonly urged: { readonly times: number; readonly lastAt: Instant } | null;
}

/** A page of the inbox with the counts of the whole. */
export interface InboxPage {
  readonly rows: readonly InboxRow[];
  readonly next: string | null;
  /** `mine` and `pool` are the two tabs, the groups are of the tab asked for, whatever is searched or filtered. */
  readonly counts: Readonly<Record<'mine' | 'pool' | InboxGroup, number>>;
  /** Duties of the tab that settle themselves at the end of today. */
  readonly deemedToday: number;
}

type Now = Pick<Horizon, 'now' | 'today' | 'weekEnd'>;

/** SQL: number of the group of `duty d`. */
function rankOf({ now, today, weekEnd }: Now, parameters: Parameters): string {
  return `CASE WHEN d.due_at IS NULL THEN 4 WHEN d.due_at <= ${parameters.add(now)}::timestamptz THEN 1
    WHEN d.due_on <= ${parameters.add(today)}::date THEN 0 WHEN d.due_on <= ${parameters.add(weekEnd)}::date THEN 2 ELSE 3 END`;
}

/** SQL: whether `duty d` is in the tab. */
function inTab(
  { scope, personId, tab }: Pick<InboxQuestion, 'scope' | 'personId' | 'tab'>,
  parameters: Parameters,
): string {
  if (scope.role === 'APP') return tab === 'mine' ? 'true' : 'false';
  return tab === 'mine' ? `d.claimed_by_person = ${parameters.add(personId)}::uuid` : 'd.claimed_by_person IS NULL';
}

/**
 * A page of open duties in the order of what the law makes urgent: by group, then what takes effect by itself, then the
 * day, then age. Exact under paging: every duty that does not change is seen once.
 * @throws LianbanError MALFORMED for a cursor that this query did not make.
 */
export async function inbox(db: Queryable, question: InboxQuestion): Promise<InboxPage> {
  const [page, { deemedToday, ...counts }] = await Promise.all([pageOf(db, question), countsOf(db, question)]);
  return { ...page, counts, deemedToday };
}

type Place = readonly [
  now: Instant,
  today: CivilDate,
  weekEnd: CivilDate,
  rank: number,
  calm: number,
  due: string,
  openedAt: string,
  caseId: string,
  duty: string,
];

const nowPart = (part: unknown): Instant => instant(textPart(part));
const dayPart = (part: unknown): CivilDate => civilDate(textPart(part));

const readPlace = (cursor: string): Place =>
  readCursor<Place>(cursor, [
    nowPart,
    dayPart,
    dayPart,
    numberPart,
    numberPart,
    instantPart,
    instantPart,
    uuidPart,
    textPart,
  ]);

interface StoredRow extends Omit<InboxRow, 'group'> {
  readonly rank: number;
}

async function pageOf(db: Queryable, question: InboxQuestion): Promise<Pick<InboxPage, 'rows' | 'next'>> {
  const parameters = new Parameters();
  const place = question.cursor === undefined ? null : readPlace(question.cursor);
  // Later pages keep the now of the first, or a duty that turns red meanwhile would move under the cursor.
  const now: Now = place === null ? question.horizon : nowOf(place);
  const found = await select<StoredRow>(db, {
    text: pageText(question, { now, place }, parameters),
    values: parameters.values,
  });
  const shown = found.slice(0, question.limit);
  const last = found.length > question.limit ? shown.at(-1) : undefined;
  return {
    rows: shown.map(({ rank, ...row }) => ({ ...row, group: inboxGroups[rank] ?? 'undated' })),
    next:
      last === undefined
        ? null
        : cursorOf([
            now.now,
            now.today,
            now.weekEnd,
            last.rank,
            last.lapses ? 0 : 1,
            last.dueAt ?? 'infinity',
            last.openedAt,
            last.caseId,
            last.duty,
          ]),
  };
}

const nowOf = ([now, today, weekEnd]: Place): Now => ({ now, today, weekEnd });

function pageText(
  question: InboxQuestion,
  { now, place }: { readonly now: Now; readonly place: Place | null },
  parameters: Parameters,
): string {
  const { scope, filter = 'all', search } = question;
  const rank = rankOf(now, parameters);
  const after =
    place === null
      ? 'true'
      : `(k.rank, k.calm, k.due, k.opened_at, k.case_id, k.key) > (${afterPlace(place, parameters)})`;
  const group = filter === 'all' ? 'true' : `k.rank = ${parameters.add(inboxGroups.indexOf(filter))}::int`;
  const own = ownDuties(scope, 'd', parameters);
  const tab = inTab(question, parameters);
  const found = contains(['f.number', 'f.acceptance_number', 'e.name'], search, parameters);
  const searched =
    found === 'true' ? '' : 'JOIN case_file f USING (case_id) JOIN enterprise e ON e.id = f.enterprise_id';
  return `
WITH page AS MATERIALIZED (
  SELECT k.* FROM (
    SELECT d.case_id, d.key, d.opened_at, ${rank} AS rank, CASE WHEN d.lapses THEN 0 ELSE 1 END AS calm, coalesce(d.due_at, 'infinity') AS due
    FROM duty d WHERE d.state = 'open' AND d.kind = 'duty' AND ${own} AND ${tab}
  ) k ${searched}
  WHERE ${after} AND ${group} AND ${found}
  ORDER BY k.rank, k.calm, k.due, k.opened_at, k.case_id, k.key LIMIT ${parameters.add(question.limit + 1)}
)
SELECT d.case_id AS "caseId", d.key AS duty, f.number, f.procedure, f.edition, i.definition -> 'title' AS "itemTitle", e.name AS enterprise,
  d.step, k.rank, d.lapses, d.opened_at AS "openedAt", f.updated_at AS "updatedAt", l.person_name AS "updatedBy",
  ${lastAct} AS last,
  (SELECT jsonb_build_object('times', count(*), 'lastAt', max(u.at)) FROM urge u
    WHERE u.case_id = d.case_id AND u.key = d.key HAVING count(*) > 0) AS urged, ${deadlineColumns}, ${holderColumns}
FROM page k JOIN duty d USING (case_id, key) ${holderJoins}
JOIN case_file f USING (case_id) JOIN enterprise e ON e.id = f.enterprise_id
JOIN item i ON i.code = f.item AND i.province = f.province AND i.edition = f.item_edition
JOIN case_event l ON l.case_id = f.case_id AND l.version = f.version
LEFT JOIN duty ld ON ld.case_id = f.case_id AND ld.key = l.input ->> 'duty'
ORDER BY k.rank, k.calm, k.due, k.opened_at, k.case_id, k.key`;
}

function afterPlace([, , , rank, calm, due, openedAt, caseId, duty]: Place, parameters: Parameters): string {
  const typed = [`${parameters.add(rank)}::int`, `${parameters.add(calm)}::int`, `${parameters.add(due)}::timestamptz`];
  return [
    ...typed,
    `${parameters.add(openedAt)}::timestamptz`,
    `${parameters.add(caseId)}::uuid`,
    `${parameters.add(duty)}::text`,
  ].join(', ');
}

function countsOf(
  db: Queryable,
  question: InboxQuestion,
): Promise<InboxPage['counts'] & { readonly deemedToday: number }> {
  const parameters = new Parameters();
  const rank = rankOf(question.horizon, parameters);
  const tabs = {
    mine: inTab({ ...question, tab: 'mine' }, parameters),
    pool: inTab({ ...question, tab: 'pool' }, parameters),
  };
  const groups = inboxGroups.map(
    (group, at) => `count(*) FILTER (WHERE k.${question.tab} AND k.rank = ${at}) AS ${group}`,
  );
  const text = `
SELECT count(*) FILTER (WHERE k.mine) AS mine, count(*) FILTER (WHERE k.pool) AS pool, ${groups.join(', ')},
  count(*) FILTER (WHERE k.${question.tab} AND k.rank = 0 AND k.lapses) AS "deemedToday"
FROM (
  SELECT d.lapses, ${rank} AS rank, coalesce(${tabs.mine}, false) AS mine, ${tabs.pool} AS pool
  FROM duty d WHERE d.state = 'open' AND d.kind = 'duty' AND ${ownDuties(question.scope, 'd', parameters)}
) k`;
  return selectOne(db, { text, values: parameters.values });
}
