import type { Instant } from '@lianban/domain/civil-date';
import type { DocumentType } from '@lianban/domain/document';
import type { LedgerQuarter } from '@lianban/domain/liaison';
import type { FiguresOfUnit } from '@lianban/domain/quarter-figures';
import { firstDayOf } from '@lianban/domain/quarter';
import { retracts } from '../queries/retracted.ts';
import { select, type Queryable } from '../queryable.ts';

/** The papers that a quarter leaves: the ledger of a region, and that of the bureau. */
const ledgers = ['regionalLedger', 'bureauLedger'] as const satisfies readonly DocumentType[];
/** One of them. */
export type QuarterLedger = (typeof ledgers)[number];

/** The ledger among the documents; undefined where there is none. */
export const ledgerAmong = (documents: readonly DocumentType[]): QuarterLedger | undefined =>
  ledgers.find((ledger) => documents.includes(ledger));

/** The units whose figures a ledger has: the one that hands it in, or every unit in that of the bureau. */
export const unitsCounted = (
  ledger: QuarterLedger,
  { quarter, unit }: { readonly quarter: LedgerQuarter; readonly unit: string | null },
): readonly string[] => (ledger === 'bureauLedger' || unit === null ? quarter.units : [unit]);

/** SQL: some duty of these steps stood in the request, or ended so; an act that was taken back opened nothing that counts. */
const stood = (condition: string): string =>
  `EXISTS (SELECT FROM duty d JOIN case_event turn ON turn.case_id = d.case_id AND turn.version = d.opened_version
    WHERE d.case_id = f.case_id AND ${condition} AND NOT EXISTS (SELECT FROM case_event r WHERE ${retracts('r', 'turn')}))`;

const rated = (outcomes: string): string => stood(`d.step IN ('rate', 'recordRating') AND d.outcome IN (${outcomes})`);

// What is secret is in no ledger and in no figure. A request that was closed before the quarter is in that of an earlier one.
const TEXT = `
WITH asked AS (
  SELECT f.case_id, f.state, f.ending, o.input #>> '{opening,request,regionalUnit}' AS unit,
    (o.input #>> '{opening,receivedOn}')::date >= $2::date AS is_new, c.due_at
  FROM case_file f JOIN case_event o ON o.case_id = f.case_id AND o.version = 1
  LEFT JOIN clock c ON c.case_id = f.case_id AND c.name = 'handling' AND c.stopped_version IS NULL
  WHERE f.procedure = 'liaison-request' AND f.secret_since IS NULL AND o.input #>> '{opening,request,regionalUnit}' = ANY($1::text[])
    AND (o.input #>> '{opening,receivedOn}')::date < ($2::date + interval '3 months')
    AND (f.state = 'open' OR (f.updated_at AT TIME ZONE 'Asia/Shanghai')::date >= $2::date)
), told AS (
  SELECT f.*, ${stood(`d.step = 'dispatch'`)} AS climbed, ${stood(`d.step = 'awaitPlatform'`)} AS outside,
    ${stood(`d.step = 'reviewPolicy'`)} AS unsupported, ${rated(`'satisfied', 'lapsed'`)} AS satisfied, ${rated(`'dissatisfied'`)} AS dissatisfied
  FROM asked f
)
SELECT u.id AS unit, jsonb_build_object('zh', u.name_zh, 'en', u.name_en) AS name, jsonb_build_object(
    'received', count(*) FILTER (WHERE t.is_new), 'carriedOver', count(*) FILTER (WHERE NOT t.is_new),
    'settled', count(*) FILTER (WHERE t.state = 'closed'), 'open', count(*) FILTER (WHERE t.state = 'open'),
    'overdue', count(*) FILTER (WHERE t.state = 'open' AND t.due_at <= $3), 'climbed', count(*) FILTER (WHERE t.climbed),
    'outside', count(*) FILTER (WHERE t.outside), 'unsupported', count(*) FILTER (WHERE t.unsupported),
    'satisfied', count(*) FILTER (WHERE t.satisfied AND NOT t.dissatisfied), 'dissatisfied', count(*) FILTER (WHERE t.dissatisfied)) AS figures
FROM unit u LEFT JOIN told t ON t.unit = u.id WHERE u.id = ANY($1::text[]) GROUP BY u.id ORDER BY u.id`;

/**
 * The figures of each of the units for the quarter as the record has them at that instant: the requests of its districts that came in the
 * quarter, or were still open when it began. Nobody types them, and what is secret is not among them.
 */
export const figuresOfQuarter = (
  db: Queryable,
  quarter: Pick<LedgerQuarter, 'year' | 'quarter' | 'units'>,
  at: Instant,
): Promise<readonly FiguresOfUnit[]> =>
  select(db, { name: 'quarter-figures', text: TEXT, values: [quarter.units, firstDayOf(quarter), at] });
