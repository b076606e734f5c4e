import type { Messages } from './commit/outbox.ts';
import { select, type Queryable } from './queryable.ts';

/** What each kind of message carries: what a turn set in motion, or that a ledger has grown without its workflow. */
interface Payloads extends Messages {
  readonly ledgerGrew: { readonly revisionId: string };
}

/** A message of a committed turn that a relay has taken. */
export interface TakenMessage<Kind extends keyof Payloads = 'openCase'> {
  readonly id: number;
  readonly kind: Kind;
  /** The case whose turn sent it. */
  readonly caseId: string;
  readonly version: number;
  readonly payload: Payloads[Kind];
}

/**
 * Messages of that kind that wait, oldest first; what is handed out is not handed out again for half a minute, to any relay. One
 * of a case that is being worked holds back the later ones of that case: what it tells is told in the order in which it happened.
 */
export function takeOutbox<Kind extends keyof Payloads>(
  db: Queryable,
  kind: Kind,
  limit: number,
): Promise<readonly TakenMessage<Kind>[]> {
  const text = `
WITH taken AS (
  SELECT id FROM outbox o WHERE kind = $1 AND done_at IS NULL AND (leased_until IS NULL OR leased_until < now())
    AND NOT EXISTS (SELECT FROM outbox e WHERE e.kind = $1 AND e.done_at IS NULL AND e.leased_until >= now()
      AND e.case_id = o.case_id AND e.id < o.id)
  ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED
), leased AS (
  UPDATE outbox o SET leased_until = now() + interval '30 seconds' FROM taken t WHERE o.id = t.id
  RETURNING o.id, o.kind, o.case_id, o.version, o.payload
)
SELECT id, kind, case_id AS "caseId", version, payload FROM leased ORDER BY id`;
  return select<TakenMessage<Kind>>(db, { name: 'take-outbox', text, values: [kind, limit] });
}

/** Notes that the messages have been worked. */
export async function outboxDone(db: Queryable, ids: readonly number[]): Promise<void> {
  await select(db, {
    text: 'UPDATE outbox SET done_at = now() WHERE id = ANY ($1) AND done_at IS NULL',
    values: [ids],
  });
}
