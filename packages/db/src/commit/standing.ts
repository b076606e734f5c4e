import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import type { Item } from '@lianban/domain/item';
import type { Province } from '@lianban/domain/province';
import type { Role } from '@lianban/domain/role';
import type { Row, Turn } from '@lianban/workflows/kernel/turn';
import type { Principal } from '../audit.ts';
import { rowAsJson } from '../ledger.ts';
import { selectOne, type Queryable } from '../queryable.ts';

/** What an application is filed under; part of its submission, because the turn does not carry it. */
export interface Filing {
  readonly procedure: string;
  readonly edition: string;
  /** Characters in the case number: `告承`. */
  readonly series: string;
  readonly item: string;
  readonly itemEdition: string;
  readonly province: Province;
  readonly enterpriseId: string;
}

/** A letter by the names that its sender gave. */
export interface LetterReference {
  readonly from: Province;
  readonly caseId: string;
  readonly sequence: number;
}

/** Everything the transaction has to know before it can write a turn; read under the lock of the case. */
export interface Standing {
  /** The row that already stands at the turn's version. */
  readonly row: Row | null;
  /** Hash of the row before; null for version 1 and when there is no such row. */
  readonly previousHash: string | null;
  /** Clock of the database. */
  readonly now: Instant;
  /** A lapse has to wait: an answer that came in time is still being recorded, or the taking back of what opened its duty; or the moment has not come. */
  readonly deferred: boolean;
  readonly filing: Filing | null;
  /** What was filled in with the input; empty for a lapse. */
  readonly form: Readonly<Record<string, unknown>>;
  readonly enterprise: { readonly name: string; readonly creditCode: string } | null;
  /** The case that opened this one, and its duty that waits; null for other cases and while this one is not open. */
  readonly childOf: { readonly caseId: string; readonly duty: string } | null;
  /** The letter that opened this case; null for other cases and while this one is not open. */
  readonly letter: LetterReference | null;
  /** The case is under secrecy, or is opened by one that is. */
  readonly isSecret: boolean;
  /** Of the case this one continues. */
  readonly parentAcceptanceNumber: string | null;
  /** The actor's name and place as they are now, and for whom they stood in. */
  readonly actor: {
    readonly name: string;
    readonly principal: Principal | null;
    readonly placeZh: string;
    readonly placeEn: string;
  } | null;
  readonly units: Readonly<Partial<Record<Role, string>>>;
  readonly item: Pick<Item, 'licence' | 'kind' | 'field'> | null;
  /** The item under which the licence stands in the register. */
  readonly licensedAs: string;
  /** Last day of the licence that a renewal continues. */
  readonly currentLicenceEndsOn: CivilDate | null;
  readonly calendarEdition: number | null;
  readonly audit: { readonly position: number; readonly hash: string } | null;
}

// One round trip for everything. Scalar subqueries where a row may be missing; each is one index lookup.
const TEXT = `
WITH input AS (
  SELECT $1::uuid AS case_id, $2::int AS version, $3::text AS request_id, $4::uuid AS post_id,
         $5::text AS duty, $6::timestamptz AS due, $7::uuid AS parent, $8::uuid AS person_id, $9::uuid AS principal_id, $10::uuid AS opener
), submitted AS (
  SELECT s.filing, s.form FROM submission s JOIN input i ON s.request_id = i.request_id AND s.case_id = i.case_id
), filed AS (
  SELECT coalesce(
    (SELECT jsonb_build_object('procedure', f.procedure, 'edition', f.edition, 'item', f.item, 'itemEdition', f.item_edition,
              'province', f.province, 'enterpriseId', f.enterprise_id, 'series', '') FROM case_file f JOIN input i USING (case_id)),
    (SELECT filing FROM submitted)) AS filing
)
SELECT
  date_trunc('milliseconds', clock_timestamp()) AS now,
  (SELECT ${rowAsJson} FROM case_event e WHERE e.case_id = i.case_id AND e.version = i.version) AS row,
  (SELECT e.hash FROM case_event e WHERE e.case_id = i.case_id AND e.version = i.version - 1) AS "previousHash",
  i.due IS NOT NULL AND (clock_timestamp() < i.due OR EXISTS (
    SELECT FROM submission s WHERE s.case_id = i.case_id AND s.state = 'received' AND s.received_at < i.due AND (s.duty = i.duty
      OR s.kind = 'retract' AND EXISTS (SELECT FROM duty d WHERE d.case_id = i.case_id AND d.key = i.duty AND d.opened_version >= (s.payload ->> 'version')::int))
  ) OR EXISTS (SELECT FROM letter_in l WHERE l.case_id = i.case_id AND l.state = 'received' AND l.kind = 'reply' AND l.received_at < i.due)) AS deferred,
  d.filing,
  coalesce((SELECT form FROM submitted), '{}') AS form,
  (SELECT jsonb_build_object('name', e.name, 'creditCode', e.credit_code) FROM enterprise e
    WHERE e.id = (d.filing ->> 'enterpriseId')::uuid) AS enterprise,
  (SELECT jsonb_build_object('caseId', f.parent_case_id, 'duty', f.parent_duty) FROM case_file f
    WHERE f.case_id = i.case_id AND f.parent_duty IS NOT NULL) AS "childOf",
  (SELECT f.letter FROM case_file f WHERE f.case_id = i.case_id) AS letter,
  EXISTS (SELECT FROM case_file f WHERE f.case_id IN (i.case_id, i.opener) AND f.secret_since IS NOT NULL) AS "isSecret",
  (SELECT f.acceptance_number FROM case_file f WHERE f.case_id = i.parent) AS "parentAcceptanceNumber",
  (SELECT jsonb_build_object('name', p.name, 'placeZh', coalesce(u.name_zh, e.name), 'placeEn', coalesce(u.name_en, e.name),
      'principal', (SELECT jsonb_build_object('personId', q.id, 'name', q.name) FROM person q WHERE q.id = i.principal_id))
    FROM post o JOIN person p ON p.id = i.person_id LEFT JOIN unit u ON u.id = o.unit_id LEFT JOIN enterprise e ON e.id = o.enterprise_id
    WHERE o.id = i.post_id) AS actor,
  coalesce((SELECT jsonb_object_agg(held.role, held.unit_id) FROM (
    SELECT DISTINCT ON (ud.role) ud.role, ud.unit_id FROM unit_duty ud
    WHERE ud.province = d.filing ->> 'province' AND (ud.item IS NULL OR ud.item = d.filing ->> 'item')
    ORDER BY ud.role, ud.item NULLS LAST) held), '{}') AS units,
  (SELECT jsonb_build_object('licence', it.definition -> 'licence', 'kind', it.definition -> 'kind', 'field', it.definition -> 'field')
    FROM item it WHERE it.code = d.filing ->> 'item' AND it.province = d.filing ->> 'province'
      AND it.edition = d.filing ->> 'itemEdition') AS item,
  a.item AS "licensedAs",
  (SELECT max(l.valid_to) FROM licence l WHERE l.enterprise_id = (d.filing ->> 'enterpriseId')::uuid
    AND l.item = a.item AND l.state IN ('valid', 'restricted')) AS "currentLicenceEndsOn",
  (SELECT c.edition FROM calendar c WHERE c.province = d.filing ->> 'province') AS "calendarEdition",
  (SELECT jsonb_build_object('position', t.position, 'hash', t.hash) FROM audit t
    WHERE t.stream = 'case:' || i.case_id ORDER BY t.position DESC LIMIT 1) AS audit
FROM input i, filed d, LATERAL (SELECT coalesce((SELECT it.definition ->> 'licensedAs' FROM item it WHERE it.code = d.filing ->> 'item'
  AND it.province = d.filing ->> 'province' AND it.edition = d.filing ->> 'itemEdition'), d.filing ->> 'item') AS item) a`;

/** Reads what stands before the turn. The caller holds the locks of the case and of the calendar. */
export async function readStanding(db: Queryable, { caseId, version, input }: Turn): Promise<Standing> {
  const by = 'by' in input ? input.by : null;
  const lapse = input.kind === 'lapse' ? input : null;
  const opening = input.kind === 'open' ? input.opening : null;
  const parent = opening?.convertedFrom?.caseId ?? null;
  const values = [
    caseId,
    version,
    input.requestId,
    by?.postId ?? null,
    lapse?.duty ?? null,
    lapse?.due ?? null,
    parent,
    by?.personId ?? null,
    by?.standingInFor ?? null,
    opening?.childOf?.caseId ?? opening?.convertedFrom?.caseId ?? opening?.contests?.caseId ?? null,
  ];
  return selectOne<Standing>(db, { name: 'commit-standing', text: TEXT, values });
}
