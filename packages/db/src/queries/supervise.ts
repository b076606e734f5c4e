import type { Instant } from '@lianban/domain/civil-date';
import type { Province } from '@lianban/domain/province';
import type { Text } from '@lianban/domain/text';
import { planned, select, selectOne, type Queryable } from '../queryable.ts';
import { cursorOf, instantPart, readCursor, textPart, uuidPart } from './cursor.ts';
import { deadlineColumns, holderColumns, holderJoins, type Deadline, type Holder } from './duty-columns.ts';
import type { Horizon } from './horizon.ts';
import { Parameters } from './parameters.ts';
import { trailColumn, type Trail } from './trail.ts';

/** Open duties by light. `stopped` have a limit whose clock stands still; undated ones count as open only. */
export interface LightCounts {
  readonly open: number;
  readonly green: number;
  readonly yellow: number;
  readonly orange: number;
  readonly red: number;
  readonly stopped: number;
}

/** Why a duty is late, as far as the record shows: nobody took it, it came back, or somebody has it in hand. */
export type LateCause = 'unclaimed' | 'repeated' | 'inHand' | 'withEnterprise';

/** A duty that is late or soon will be. */
export interface SupervisedDuty extends Deadline, Holder {
  readonly caseId: string;
  readonly duty: string;
  readonly number: string;
  readonly procedure: string;
  readonly edition: string;
  readonly itemTitle: Text;
  readonly enterprise: string;
  readonly step: string;
  readonly cause: LateCause;
  readonly openedAt: Instant;
  readonly trail: Trail;
}

/** The overview of a province. */
export interface SuperviseDue {
  readonly cases: { readonly open: number; readonly newToday: number };
  /** Duties of the agency. */
  readonly totals: LightCounts & { readonly dueToday: number };
  readonly units: readonly (LightCounts & { readonly unitId: string; readonly unit: Text })[];
  /** Due within ten working days and not late, earliest first, at most fifty. */
  readonly soon: readonly SupervisedDuty[];
}

const SOON_SHOWN = 50;

/** The lights of all open duties of a province's agency, and what comes due next. */
export async function superviseDue(db: Queryable, province: Province, horizon: Horizon): Promise<SuperviseDue> {
  const [cases, totals, units, soon] = await Promise.all([
    casesOf(db, province, horizon),
    totalsOf(db, province, horizon),
    unitsOf(db, province, horizon),
    soonDue(db, province, horizon),
  ]);
  return { cases, totals, units, soon };
}

/** Overdue duties of the agency, the longest overdue first. @throws LianbanError MALFORMED for a foreign cursor. */
export async function superviseOverdue(
  db: Queryable,
  {
    province,
    horizon,
    cursor,
    limit,
  }: { readonly province: Province; readonly horizon: Horizon; readonly cursor?: string; readonly limit: number },
): Promise<{ readonly rows: readonly SupervisedDuty[]; readonly next: string | null }> {
  const parameters = new Parameters();
  const late = `d.due_at <= ${parameters.add(horizon.now)}::timestamptz`;
  const after = cursor === undefined ? 'true' : `(d.due_at, d.case_id, d.key) > (${afterPlace(cursor, parameters)})`;
  const text = pageText(`d.province = ${parameters.add(province)} AND ${late} AND ${after}`, limit + 1);
  const found = await select<SupervisedDuty>(db, planned({ text, values: parameters.values }));
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return { rows, next: last === undefined ? null : cursorOf([last.dueAt ?? 'infinity', last.caseId, last.duty]) };
}

function afterPlace(cursor: string, parameters: Parameters): string {
  const [dueAt, caseId, duty] = readCursor<readonly [string, string, string]>(cursor, [
    instantPart,
    uuidPart,
    textPart,
  ]);
  return `${parameters.add(dueAt)}::timestamptz, ${parameters.add(caseId)}::uuid, ${parameters.add(duty)}::text`;
}

// The page is found first, along the index: together with what is shown of it the planner begins with all cases there are.
const pageText = (which: string, count: number): string => `
WITH page AS MATERIALIZED (
  SELECT d.case_id, d.key ${OPEN} AND ${which} ORDER BY d.due_at, d.case_id, d.key LIMIT ${count}
)
SELECT d.case_id AS "caseId", d.key AS duty, f.number, f.procedure, f.edition, i.definition -> 'title' AS "itemTitle", e.name AS enterprise, d.step,
  CASE WHEN d.enterprise_id IS NOT NULL THEN 'withEnterprise' WHEN d.claimed_by_person IS NULL THEN 'unclaimed'
    WHEN EXISTS (SELECT FROM duty before WHERE before.case_id = d.case_id AND before.step = d.step AND before.opened_version < d.opened_version)
    THEN 'repeated' ELSE 'inHand' END AS cause,
  d.opened_at AS "openedAt", ${trailColumn} AS trail, ${deadlineColumns}, ${holderColumns}
FROM page JOIN duty d USING (case_id, key) ${holderJoins}
JOIN case_file f USING (case_id) JOIN enterprise e ON e.id = f.enterprise_id
JOIN item i ON i.code = f.item AND i.province = f.province AND i.edition = f.item_edition
ORDER BY d.due_at, d.case_id, d.key`;

/** SELECT list of {@link LightCounts}; the thresholds are those of the horizon. */
function lightColumns({ now, yellowFrom, greenFrom }: Horizon, parameters: Parameters): string {
  const [late, yellow, green] = [
    `${parameters.add(now)}::timestamptz`,
    `${parameters.add(yellowFrom)}::date`,
    `${parameters.add(greenFrom)}::date`,
  ];
  return `count(*) AS open,
  count(*) FILTER (WHERE d.due_at > ${late} AND d.due_on >= ${green}) AS green,
  count(*) FILTER (WHERE d.due_at > ${late} AND d.due_on >= ${yellow} AND d.due_on < ${green}) AS yellow,
  count(*) FILTER (WHERE d.due_at > ${late} AND d.due_on < ${yellow}) AS orange,
  count(*) FILTER (WHERE d.due_at <= ${late}) AS red,
  count(*) FILTER (WHERE d.due_at IS NULL AND d.why IS NOT NULL) AS stopped`;
}

/** SQL: the case of `duty d` is not secret; those that are stand in no overview, whoever looks at it. */
const ORDINARY = `NOT EXISTS (SELECT FROM case_file s WHERE s.case_id = d.case_id AND s.secret_since IS NOT NULL)`;
const OPEN = `FROM duty d WHERE d.state = 'open' AND d.kind = 'duty' AND d.unit_id IS NOT NULL AND ${ORDINARY}`;

function totalsOf(db: Queryable, province: Province, horizon: Horizon): Promise<SuperviseDue['totals']> {
  const parameters = new Parameters();
  const columns = lightColumns(horizon, parameters);
  const dueToday = `count(*) FILTER (WHERE d.due_at > ${parameters.add(horizon.now)}::timestamptz AND d.due_on = ${parameters.add(horizon.today)}::date) AS "dueToday"`;
  const text = `SELECT ${columns}, ${dueToday} ${OPEN} AND d.province = ${parameters.add(province)}`;
  return selectOne(db, planned({ text, values: parameters.values }));
}

function unitsOf(db: Queryable, province: Province, horizon: Horizon): Promise<SuperviseDue['units']> {
  const parameters = new Parameters();
  const text = `
SELECT u.id AS "unitId", jsonb_build_object('zh', u.name_zh, 'en', u.name_en) AS unit, c.open, c.green, c.yellow, c.orange, c.red, c.stopped
FROM (SELECT d.unit_id, ${lightColumns(horizon, parameters)} ${OPEN} AND d.province = ${parameters.add(province)} GROUP BY d.unit_id) c
JOIN unit u ON u.id = c.unit_id ORDER BY c.red DESC, c.orange DESC, c.open DESC, u.id`;
  return select(db, planned({ text, values: parameters.values }));
}

const soonDue = (db: Queryable, province: Province, { now, soonUntil }: Horizon): Promise<readonly SupervisedDuty[]> =>
  select<SupervisedDuty>(db, {
    name: 'supervise-soon',
    text: pageText('d.province = $1 AND d.due_at > $2 AND d.due_on <= $3', SOON_SHOWN),
    values: [province, now, soonUntil],
  });

const casesOf = (db: Queryable, province: Province, { today }: Horizon): Promise<SuperviseDue['cases']> =>
  selectOne(db, {
    name: 'supervise-cases',
    text: `SELECT count(*) FILTER (WHERE state = 'open') AS open,
        count(*) FILTER (WHERE opened_at >= ($2::date::timestamp AT TIME ZONE 'Asia/Shanghai')) AS "newToday"
      FROM case_file WHERE province = $1 AND secret_since IS NULL AND (state = 'open' OR updated_at >= ($2::date::timestamp AT TIME ZONE 'Asia/Shanghai'))`,
    values: [province, today],
  });
