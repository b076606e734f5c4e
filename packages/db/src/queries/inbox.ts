import type { Instant } from '@lianban/domain/civil-date';
import { isOutside, type Role } from '@lianban/domain/role';
import type { Text } from '@lianban/domain/text';
import type { About } from '@lianban/workflows/vocabulary/proceeding';
import { planned, select, selectOne, type Queryable } from '../queryable.ts';
import {
  deadlineColumns,
  holderColumns,
  holderJoins,
  lastAct,
  type Deadline,
  type Holder,
  type LastAct,
  dutyOfTurn,
} from './duty-columns.ts';
import type { Horizon } from './horizon.ts';
import {
  afterPlace,
  inboxGroups,
  inGroup,
  orderInRun,
  placeCursor,
  readPlace,
  runsFrom,
  type InboxGroup,
  type Now,
  type Place,
  type Run,
} from './inbox-order.ts';
import { contains, Parameters } from './parameters.ts';
import { ownDuties, type Scope } from './scope.ts';
import { teamMembers } from '../team/team-members.ts';

export { inboxGroups, type InboxGroup } from './inbox-order.ts';

/** Which part of whose inbox. */
export interface InboxQuestion {
  readonly scope: Scope;
  /** Whose post it is. */
  readonly personId: string;
  /** What is taken in the post, or what waits in the pool of one's unit; an enterprise has no pool. */
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
  readonly about: About | null;
  readonly group: InboxGroup;
  /** The passing of the day has an effect of its own. */
  readonly lapses: boolean;
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
  readonly updatedBy: string | null;
  /** In which role; null for the clock. */
  readonly updatedRole: Role | null;
  /** For whom they stood in. */
  readonly updatedFor: string | null;
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

/** SQL: whether `duty d` is in the tab. */
function inTab(
  { scope, personId, tab }: Pick<InboxQuestion, 'scope' | 'personId' | 'tab'>,
  parameters: Parameters,
): string {
  if (isOutside(scope.role)) return tab === 'mine' ? 'true' : 'false';
  if (tab === 'pool') return 'd.claimed_by_person IS NULL';
  const person = `${parameters.add(personId)}::uuid`;
  const held = `d.claimed_by_person = ${person}`;
  if (scope.role !== 'INS') return held;
  // What a team inspects is on the list of everybody in it; asked once a statement, not once a row.
  return `(${held} OR (d.case_id, d.key) IN (SELECT m.case_id, m.duty FROM ${teamMembers} m WHERE m.person_id = ${person} AND m.left_at IS NULL))`;
}

/**
 * A page of open duties in the order of what the law makes urgent: by group, then what takes effect by itself, then the
 * day, then age. Exact under paging: every duty that does not change is seen once.
 * @throws LianbanError MALFORMED for a cursor that this query did not make.
 */
export async function inbox(db: Queryable, question: InboxQuestion): Promise<InboxPage> {
  const [page, counts] = await Promise.all([pageOf(db, question), countsOf(db, question)]);
  return { ...page, ...counts };
}

interface StoredRow extends Omit<InboxRow, 'group'> {
  readonly rank: number;
}

async function pageOf(db: Queryable, question: InboxQuestion): Promise<Pick<InboxPage, 'rows' | 'next'>> {
  const place = question.cursor === undefined ? null : readPlace(question.cursor);
  const now: Now = place ?? question.horizon;
  const runs = runsFrom(place, question.filter ?? 'all');
  if (runs.length === 0) return { rows: [], next: null };
  const parameters = new Parameters();
  const stretches = runs.map((run) => runText(question, { now, place, run }, parameters));
  const found = await select<StoredRow>(
    db,
    planned({ text: pageText(stretches, question.limit), values: parameters.values }),
  );
  const shown = found.slice(0, question.limit).map(({ rank, ...row }) => ({ ...row, group: groupAt(rank) }));
  const last = found.length > question.limit ? shown.at(-1) : undefined;
  return { rows: shown, next: last === undefined ? null : cursorAfter(last, now) };
}

const groupAt = (rank: number): InboxGroup => inboxGroups[rank] ?? 'undated';

const cursorAfter = (
  { group, lapses, dueAt, openedAt, caseId, duty }: InboxRow,
  { now, today, weekEnd }: Now,
): string =>
  placeCursor({ now, today, weekEnd, run: { group, lapses }, due: dueAt ?? 'infinity', openedAt, caseId, duty });

/** SQL: the first rows of a run that are after the place. */
function runText(
  { scope, personId, tab, search, limit }: InboxQuestion,
  { now, place, run }: { readonly now: Now; readonly place: Place | null; readonly run: Run },
  parameters: Parameters,
): string {
  const found = contains(['f.number', 'f.acceptance_number', 'e.name'], search, parameters);
  const searched =
    found === 'true' ? '' : 'JOIN case_file f ON f.case_id = d.case_id JOIN enterprise e ON e.id = f.enterprise_id';
  const conditions = [
    openDuties(scope, parameters),
    inTab({ scope, personId, tab }, parameters),
    run.lapses ? 'd.lapses' : 'NOT d.lapses',
    inGroup(run.group, now, parameters),
    afterPlace(place, run, parameters),
    found,
  ];
  return `(SELECT d.case_id, d.key, d.due_at, d.opened_at, ${inboxGroups.indexOf(run.group)} AS rank, ${run.lapses ? 0 : 1} AS calm
    FROM duty d ${searched} WHERE ${conditions.join(' AND ')} ORDER BY ${orderInRun} LIMIT ${limit + 1})`;
}

// Each run ends after as many rows as a page has, so a page costs the same however long the list is. The limit stands in
// the text, because a plan for any limit would be one for a long list.
const pageText = (runs: readonly string[], limit: number): string => `
WITH page AS MATERIALIZED (
  SELECT k.* FROM (${runs.join(' UNION ALL ')}) k ORDER BY k.rank, k.calm, k.due_at, k.opened_at, k.case_id, k.key LIMIT ${limit + 1}
)
SELECT d.case_id AS "caseId", d.key AS duty, f.number, f.procedure, f.edition, i.definition -> 'title' AS "itemTitle", e.name AS enterprise,
  d.step, d.about, k.rank, d.lapses, d.opened_at AS "openedAt", f.updated_at AS "updatedAt", l.person_name AS "updatedBy", l.role AS "updatedRole", l.principal_name AS "updatedFor",
  ${lastAct} AS last,
  (SELECT jsonb_build_object('times', count(*), 'lastAt', max(u.at)) FROM urge u
    WHERE u.case_id = d.case_id AND u.key = d.key HAVING count(*) > 0) AS urged, ${deadlineColumns}, ${holderColumns}
FROM page k JOIN duty d USING (case_id, key) ${holderJoins}
JOIN case_file f USING (case_id) JOIN enterprise e ON e.id = f.enterprise_id
JOIN item i ON i.code = f.item AND i.province = f.province AND i.edition = f.item_edition
JOIN case_event l ON l.case_id = f.case_id AND l.version = f.version
LEFT JOIN duty ld ON ld.case_id = f.case_id AND ld.key = ${dutyOfTurn('l')}
ORDER BY k.rank, k.calm, k.due_at, k.opened_at, k.case_id, k.key`;

/** SQL: whether `duty d` is one that the post has to do. */
const openDuties = (scope: Scope, parameters: Parameters): string =>
  `d.state = 'open' AND d.kind = 'duty' AND ${ownDuties(scope, 'd', parameters)}`;

// Group by group, because an index counts a stretch of days faster than anybody sorts rows into groups.
async function countsOf(
  db: Queryable,
  { scope, personId, tab, horizon }: InboxQuestion,
): Promise<Pick<InboxPage, 'counts' | 'deemedToday'>> {
  const parameters = new Parameters();
  const own = openDuties(scope, parameters);
  const count = (...conditions: readonly string[]): string =>
    `(SELECT count(*) FROM duty d WHERE ${[own, ...conditions].join(' AND ')})`;
  const here = inTab({ scope, personId, tab }, parameters);
  const other = tab === 'mine' ? 'pool' : 'mine';
  const groups = inboxGroups.map((group) => `${count(here, inGroup(group, horizon, parameters))} AS ${group}`);
  const text = `SELECT ${groups.join(', ')}, ${count(inTab({ scope, personId, tab: other }, parameters))} AS other,
    ${count(here, 'd.lapses', inGroup('today', horizon, parameters))} AS "deemedToday"`;
  const counted = await selectOne<Counted>(db, planned({ text, values: parameters.values }));
  const { other: elsewhere, deemedToday, ...byGroup } = counted;
  const total = Object.values(byGroup).reduce((sum, each) => sum + each, 0);
  const tabs = tab === 'mine' ? { mine: total, pool: elsewhere } : { mine: elsewhere, pool: total };
  return { counts: { ...tabs, ...byGroup }, deemedToday };
}

type Counted = Readonly<Record<InboxGroup | 'other' | 'deemedToday', number>>;
