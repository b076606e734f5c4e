import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import type { DocumentType } from '@lianban/domain/document';
import type { Province } from '@lianban/domain/province';
import type { Terms } from '@lianban/domain/rule';
import type { Text } from '@lianban/domain/text';
import type { Opening } from '@lianban/workflows/vocabulary/opening';
import { select, selectFirst, type Queryable } from '../queryable.ts';
import { openSteps, type OpenStep } from './case-list.ts';
import { clocksOf, type ClockRow, type Lengthening } from './case-page.ts';
import { termsNow } from './terms.ts';

/** What the public may know of a case with its number and the end of the credit code. */
export interface Tracking {
  readonly caseId: string;
  readonly number: string;
  readonly acceptanceNumber: string | null;
  readonly procedure: string;
  readonly edition: string;
  readonly itemTitle: Text;
  readonly enterprise: string;
  readonly province: Province;
  readonly state: 'open' | 'closed';
  readonly ending: string | null;
  readonly openedAt: Instant;
  /** What it started from, without the limits. */
  readonly opening: Omit<Opening, 'terms'>;
  readonly windowPhone: string | null;
  /** The limits as frozen into the case, and revised since. */
  readonly terms: Terms;
  readonly clocks: readonly ClockRow[];
  readonly steps: readonly OpenStep[];
  /** Steps settled so far and documents issued, oldest first; what of them is public the reader decides by their types. */
  readonly passed: readonly {
    readonly version: number;
    readonly on: CivilDate;
    /** The day on which what came in counts as received; null for lapses. */
    readonly receivedOn: CivilDate | null;
    readonly step: string;
    readonly outcome: string;
  }[];
  /** In the order of the ledger. */
  readonly lengthenings: readonly Lengthening[];
  readonly documents: readonly {
    readonly version: number;
    readonly on: CivilDate;
    readonly type: DocumentType;
    readonly number: string | null;
  }[];
}

type Head = Omit<Tracking, 'steps' | 'passed' | 'lengthenings' | 'documents' | 'clocks'>;

// What the bureau keeps for itself, nobody applied for.
const ofApplicant = `NOT EXISTS (SELECT FROM bureau b WHERE b.body_id = f.enterprise_id)`;

/** The case under that acceptance or case number whose applicant's credit code ends so; null when there is none. */
export async function tracking(db: Queryable, number: string, lastFour: string): Promise<Tracking | null> {
  const head = await selectFirst<Head>(db, {
    name: 'tracking-head',
    text: `SELECT f.case_id AS "caseId", f.number, f.acceptance_number AS "acceptanceNumber", f.procedure, f.edition,
        i.definition -> 'title' AS "itemTitle", e.name AS enterprise, f.province, f.state, f.ending, f.opened_at AS "openedAt",
        (o.input -> 'opening') - 'terms' AS opening, ${termsNow} AS terms, (SELECT u.phone FROM unit_duty ud JOIN unit u ON u.id = ud.unit_id
          WHERE ud.province = f.province AND ud.role = 'WIN' AND (ud.item IS NULL OR ud.item = f.item) ORDER BY ud.item NULLS LAST LIMIT 1) AS "windowPhone"
      FROM case_file f JOIN enterprise e ON e.id = f.enterprise_id
      JOIN item i ON i.code = f.item AND i.province = f.province AND i.edition = f.item_edition
      JOIN case_event o ON o.case_id = f.case_id AND o.version = 1
      WHERE (f.number = $1 OR f.acceptance_number = $1) AND f.letter IS NULL AND ${ofApplicant} AND right(e.credit_code, 4) = upper($2) AND length($2) = 4
      ORDER BY f.opened_at DESC LIMIT 1`,
    values: [number.trim(), lastFour.trim()],
  });
  if (head === undefined) return null;
  const [steps, clocks, passed, lengthenings, documents] = await Promise.all([
    openSteps(db, [head.caseId]),
    clocksOf(db, head.caseId),
    select<Tracking['passed'][number]>(db, {
      name: 'tracking-passed',
      text: `SELECT d.settled_version AS version, (d.settled_at AT TIME ZONE 'Asia/Shanghai')::date AS "on", ev.input ->> 'receivedOn' AS "receivedOn",
          d.step, d.outcome
        FROM duty d LEFT JOIN case_event ev ON ev.case_id = d.case_id AND ev.version = d.settled_version
        WHERE d.case_id = $1 AND d.kind = 'duty' AND d.state IN ('settled', 'lapsed') ORDER BY d.settled_version, d.key`,
      values: [head.caseId],
    }),
    select<Lengthening>(db, {
      name: 'tracking-lengthenings',
      text: `SELECT ev.version, entry ->> 'key' AS key, entry ->> 'rule' AS rule
        FROM case_event ev, jsonb_array_elements(ev.entries) WITH ORDINALITY AS written (entry, place)
        WHERE ev.case_id = $1 AND entry ->> 'type' = 'extended' ORDER BY ev.version, place`,
      values: [head.caseId],
    }),
    select<Tracking['documents'][number]>(db, {
      name: 'tracking-documents',
      text: 'SELECT version, issued_on AS "on", type, number FROM document WHERE case_id = $1 ORDER BY version, position',
      values: [head.caseId],
    }),
  ]);
  return { ...head, steps: steps.get(head.caseId) ?? [], clocks, passed, lengthenings, documents };
}
