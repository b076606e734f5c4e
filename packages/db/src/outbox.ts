import type { OpenCaseMessage } from './commit/outbox.ts';
import { select, type Queryable } from './queryable.ts';

/** A message of a committed turn that a relay has taken. */
export interface TakenMessage {
  readonly id: number;
  readonly kind: 'openCase';
  /** The case whose turn sent it. */
  readonly caseId: string;
  readonly version: number;
  readonly payload: OpenCaseMessage;
}

/** Messages that wait, oldest first; what is handed out is not handed out again for half a minute, to any relay. */
export function takeOutbox(db: Queryable, limit: number): Promise<readonly TakenMessage[]> {
  const text = `
WITH taken AS (
  SELECT id FROM outbox WHERE done_at IS NULL AND (leased_until IS NULL OR leased_until < now())
  ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED
), leased AS (
  UPDATE outbox o SET leased_until = now() + interval '30 seconds' FROM taken t WHERE o.id = t.id
  RETURNING o.id, o.kind, o.case_id, o.version, o.payload
)
SELECT id, kind, case_id AS "caseId", version, payload FROM leased ORDER BY id`;
  return select<TakenMessage>(db, { name: 'take-outbox', text, values: [limit] });
}

/** Notes that the message has been worked. */
export async function outboxDone(db: Queryable, id: number): Promise<void> {
  await select(db, { text: 'UPDATE outbox SET done_at = now() WHERE id = $1 AND done_at IS NULL', values: [id] });
}
