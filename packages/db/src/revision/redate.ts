import type { Instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import { limitOf } from '@lianban/domain/recount';
import type { Province } from '@lianban/domain/province';
import { digestOf } from '@lianban/workflows/kernel/digest';
import type { Input } from '@lianban/workflows/kernel/entry';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import { auditRow, caseStream, type AuditHead } from '../audit.ts';
import { HASH_ALGORITHM, hashOfTurn } from '../ledger.ts';
import { select, selectOne, type Queryable } from '../queryable.ts';
import type { Consequence } from './consequences.ts';
import { REDATE } from './redate-statement.ts';

/** The revision as the ledgers of cases name it. */
export interface Approved {
  readonly revisionId: string;
  readonly reason: string;
  readonly by: Actor;
  readonly at: Instant;
}

/** The names of the approver and their unit, as they are now. */
interface Named {
  readonly name: string;
  readonly placeZh: string;
  readonly placeEn: string;
}

/** Where the chains of a case end. */
interface Ends {
  readonly caseId: string;
  readonly province: Province;
  readonly version: number;
  readonly hash: string;
  readonly audit: AuditHead | null;
}

/** Enough rows in one statement to cost little each, few enough to stay small in memory. */
const AT_ONCE = 2_000;

/**
 * Appends one re-dated row to the ledger of every case among the consequences, with its audit entry, the new dates of its
 * duties and clocks, a message to its workflow and a notice. The transaction holds the calendar alone, so no case moves
 * meanwhile. Gives the number of cases.
 * @throws LianbanError INTERNAL when projections and ledger differ; the transaction must end.
 */
export async function redateCases(
  db: Queryable,
  approved: Approved,
  consequences: readonly Consequence[],
): Promise<number> {
  const cases = [...byCase(consequences)];
  const named = await namesOf(db, approved.by);
  for (let from = 0; from < cases.length; from += AT_ONCE)
    await redateSome(db, { approved, named }, new Map(cases.slice(from, from + AT_ONCE)));
  return cases.length;
}

function byCase(consequences: readonly Consequence[]): ReadonlyMap<string, readonly Consequence[]> {
  const cases = new Map<string, Consequence[]>();
  for (const consequence of consequences) {
    const { caseId } = consequence.limit;
    const known = cases.get(caseId);
    if (known === undefined) cases.set(caseId, [consequence]);
    else known.push(consequence);
  }
  return cases;
}

const namesOf = (db: Queryable, { postId }: Actor): Promise<Named> =>
  selectOne<Named>(db, {
    text: `SELECT p.name, u.name_zh AS "placeZh", u.name_en AS "placeEn"
      FROM post o JOIN person p ON p.id = o.person_id JOIN unit u ON u.id = o.unit_id WHERE o.id = $1`,
    values: [postId],
  });

const ENDS = `
SELECT f.case_id AS "caseId", f.province, f.version, e.hash, a.head AS audit
FROM case_file f JOIN case_event e ON e.case_id = f.case_id AND e.version = f.version
LEFT JOIN LATERAL (SELECT jsonb_build_object('position', position, 'hash', hash) AS head FROM audit
  WHERE stream = 'case:' || f.case_id ORDER BY position DESC LIMIT 1) a ON true
WHERE f.case_id = ANY ($1::uuid[])`;

async function redateSome(
  db: Queryable,
  ground: { readonly approved: Approved; readonly named: Named },
  cases: ReadonlyMap<string, readonly Consequence[]>,
): Promise<void> {
  const ends = await select<Ends>(db, { text: ENDS, values: [[...cases.keys()]] });
  const rows = ends.map((end) => rowsOfCase(end, ground, cases.get(end.caseId) ?? []));
  const dates = [...cases.values()].flat().map(({ limit, due }) => ({
    ...{ case_id: limit.caseId, key: limit.key },
    ...{ due_on: due.on, due_at: due.at, provisional: due.provisional, why: due.why, limit: limitOf(due.why) },
  }));
  const written = await selectOne<{ cases: number; dates: number }>(db, {
    text: REDATE,
    values: [JSON.stringify(rows), JSON.stringify(dates), ground.approved.revisionId],
  });
  if (written.cases !== cases.size || written.dates !== dates.length)
    throw new LianbanError('INTERNAL', {
      ...{ reason: 'projection differs from ledger', expected: [cases.size, dates.length] },
      found: [written.cases, written.dates],
    });
}

/** The row of the ledger and that of the audit. */
function rowsOfCase(
  { caseId, province, version: last, hash: previousHash, audit }: Ends,
  { approved: { revisionId, reason, by, at }, named }: { readonly approved: Approved; readonly named: Named },
  consequences: readonly Consequence[],
): { readonly event: object; readonly audit: object } {
  const version = last + 1;
  const input: Extract<Input, { kind: 'redate' }> = {
    ...{ kind: 'redate', requestId: `redate:${revisionId}`, at, by, revision: revisionId, reason },
    terms: Object.fromEntries(
      consequences.flatMap(({ revised }) => (revised === null ? [] : [[revised.key, revised.term]])),
    ),
    kept: Object.fromEntries(
      consequences.flatMap(({ limit, kept }) => (kept === undefined ? [] : [[limit.key, kept]])),
    ),
  };
  const dues = Object.fromEntries(consequences.map(({ limit, due }) => [limit.key, due.at]));
  const digest = digestOf([]);
  const hash = hashOfTurn({ caseId, version, input, entries: [], dues, digest }, previousHash);
  const event = {
    ...{ case_id: caseId, version, request_id: input.requestId, kind: 'redate', at },
    ...{ person_id: by.personId, post_id: by.postId, role: by.role, person_name: named.name },
    ...{ unit_name_zh: named.placeZh, unit_name_en: named.placeEn },
    ...{ input, entries: [], dues, digest, previous_hash: previousHash, hash, hash_algorithm: HASH_ALGORITHM },
  };
  const detail = { version, hash, revision: revisionId };
  const who = { name: named.name, zh: named.placeZh, en: named.placeEn };
  const act = { stream: caseStream(caseId), at, action: 'case.redate', by, detail };
  return { event, audit: auditRow(act, { head: audit, who, province }) };
}
