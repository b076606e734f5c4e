import { select, type Queryable } from '../queryable.ts';

/** Numbers of cases by their id. */
export async function caseNumbers(db: Queryable, caseIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await select<{ caseId: string; number: string }>(db, {
    text: 'SELECT case_id AS "caseId", number FROM case_file WHERE case_id = ANY ($1::uuid[])',
    values: [caseIds],
  });
  return new Map(rows.map(({ caseId, number }) => [caseId, number]));
}
