import type { Province } from '@lianban/domain/province';
import { select, selectFirst, type Queryable } from '../queryable.ts';

/** Numbers of cases by their id. */
export async function caseNumbers(db: Queryable, caseIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await select<{ caseId: string; number: string }>(db, {
    text: 'SELECT case_id AS "caseId", number FROM case_file WHERE case_id = ANY ($1::uuid[])',
    values: [caseIds],
  });
  return new Map(rows.map(({ caseId, number }) => [caseId, number]));
}

/** The open case of a province with that number; undefined when there is none, or when it is secret. */
export const openCaseByNumber = (
  db: Queryable,
  number: string,
  province: Province,
): Promise<{ readonly caseId: string; readonly item: string } | undefined> =>
  selectFirst(db, {
    text: `SELECT case_id AS "caseId", item FROM case_file WHERE number = $1 AND province = $2 AND state = 'open' AND secret_since IS NULL`,
    values: [number, province],
  });

/** The case of any province with that number or acceptance number; undefined when there is none. */
export const caseByNumber = (db: Queryable, number: string): Promise<{ readonly caseId: string } | undefined> =>
  selectFirst(db, {
    text: 'SELECT case_id AS "caseId" FROM case_file WHERE number = $1 OR acceptance_number = $1 ORDER BY number = $1 DESC LIMIT 1',
    values: [number],
  });
