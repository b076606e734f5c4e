import { select, type Queryable } from './queryable.ts';

/** What somebody must look at: its kind, the case if it concerns one, and details without personal data. */
export interface Alarm {
  readonly kind: string;
  readonly caseId: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Raises an alarm; while one of the same kind for the same case is open, its detail is brought up to date instead. */
export async function raiseAlarm(db: Queryable, { kind, caseId, detail }: Alarm): Promise<void> {
  await select(db, {
    text: `INSERT INTO alarm (kind, case_id, detail) VALUES ($1, $2, $3)
      ON CONFLICT (kind, case_id) WHERE resolved_at IS NULL DO UPDATE SET detail = excluded.detail`,
    values: [kind, caseId, JSON.stringify(detail)],
  });
}

/** Closes the open alarm of that kind for that case, if there is one. */
export async function resolveAlarm(db: Queryable, kind: string, caseId: string | null): Promise<void> {
  const text =
    'UPDATE alarm SET resolved_at = now() WHERE kind = $1 AND case_id IS NOT DISTINCT FROM $2 AND resolved_at IS NULL';
  await select(db, { text, values: [kind, caseId] });
}

/** Cases with an open alarm of that kind, oldest first. */
export async function alarmedCases(db: Queryable, kind: string): Promise<readonly string[]> {
  const text =
    'SELECT case_id AS "caseId" FROM alarm WHERE kind = $1 AND case_id IS NOT NULL AND resolved_at IS NULL ORDER BY at LIMIT 100';
  return (await select<{ caseId: string }>(db, { text, values: [kind] })).map(({ caseId }) => caseId);
}
