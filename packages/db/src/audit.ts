import type { Instant } from '@lianban/domain/civil-date';
import type { Role } from '@lianban/domain/role';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool } from 'pg';
import { HASH_ALGORITHM } from './ledger.ts';
import { lockStream } from './locks.ts';
import { select, selectFirst, type Queryable } from './queryable.ts';
import { sm3 } from './sm3.ts';
import { inTransaction } from './transaction.ts';

/** An act as the audit keeps it. */
export interface AuditedAct {
  /** `case:<id>` for acts on a case, `person:<id>` for everything else somebody does. */
  readonly stream: string;
  readonly at: Instant;
  /** Such as `case.answer`, `duty.claim`, `session.signIn`. */
  readonly action: string;
  readonly by: Actor | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** A row of `audit`. */
export interface AuditRow {
  readonly stream: string;
  readonly position: number;
  readonly at: Instant;
  readonly action: string;
  readonly person_id: string | null;
  readonly post_id: string | null;
  readonly role: Role | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly previous_hash: string | null;
  readonly hash: string;
  readonly hash_algorithm: string;
}

/** End of a stream's chain. */
export interface AuditHead {
  readonly position: number;
  readonly hash: string;
}

/** The row that continues the stream after `head`. */
export function auditRow({ by, ...act }: AuditedAct, head: AuditHead | null): AuditRow {
  const row = {
    ...act,
    position: (head?.position ?? 0) + 1,
    person_id: by?.personId ?? null,
    post_id: by?.postId ?? null,
    role: by?.role ?? null,
    previous_hash: head?.hash ?? null,
  };
  return { ...row, hash: sm3(row), hash_algorithm: HASH_ALGORITHM };
}

/** Hash that a stored row must have. */
export function hashOfAudit({ hash: _, hash_algorithm: __, ...row }: AuditRow): string {
  return sm3(row);
}

const COLUMNS = 'stream, position, at, action, person_id, post_id, role, detail, previous_hash, hash, hash_algorithm';
const INSERT = `INSERT INTO audit (${COLUMNS}) SELECT ${COLUMNS} FROM jsonb_populate_record(NULL::audit, $1)`;
const HEAD = 'SELECT position, hash FROM audit WHERE stream = $1 ORDER BY position DESC LIMIT 1';

/** Appends an act to its stream. The caller's transaction holds the lock of that stream: of the case, or `lockStream`. */
export async function appendAudit(db: Queryable, act: AuditedAct): Promise<void> {
  const head = await selectFirst<AuditHead>(db, { name: 'audit-head', text: HEAD, values: [act.stream] });
  await select(db, { name: 'audit-append', text: INSERT, values: [JSON.stringify(auditRow(act, head ?? null))] });
}

/** Appends an act that is not on a case, in a transaction of its own. */
export async function recordAct(pool: Pool, act: AuditedAct): Promise<void> {
  await inTransaction(pool, lockStream(act.stream), (client) => appendAudit(client, act));
}

/** All rows of a stream in order. */
export const auditOf = (db: Queryable, stream: string): Promise<readonly AuditRow[]> =>
  select<AuditRow>(db, { text: `SELECT ${COLUMNS} FROM audit WHERE stream = $1 ORDER BY position`, values: [stream] });

/** Stream of what somebody does that is not on a case. */
export const personStream = (personId: string): string => `person:${personId}`;

/** Stream of the acts on a case. */
export const caseStream = (caseId: string): string => `case:${caseId}`;
