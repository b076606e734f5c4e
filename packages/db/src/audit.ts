import { canonicalJson } from '@lianban/domain/canonical-json';
import type { Instant } from '@lianban/domain/civil-date';
import type { Province } from '@lianban/domain/province';
import type { Role } from '@lianban/domain/role';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool } from 'pg';
import { HASH_ALGORITHM } from './ledger.ts';
import { lockStream } from './locks.ts';
import { select, selectOne, type Queryable } from './queryable.ts';
import { sm3OfText } from './sm3.ts';
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

/** Name and place of somebody as they were when they acted. */
export interface Named {
  readonly name: string;
  /** Name of the unit, or of the enterprise. */
  readonly zh: string;
  readonly en: string;
  /** Whose post it is, where they stood in for somebody else. */
  readonly standingInFor?: Principal;
}

/** Somebody for whom another acted, as they were called then. */
export interface Principal {
  readonly personId: string;
  readonly name: string;
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
  /** Null for the system, and in rows from before it was kept. */
  readonly who: Named | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly previous_hash: string | null;
  readonly hash: string;
  readonly hash_algorithm: string;
  /** Whose auditors read it: that of the case, or of the post. Null for what is nobody's, and in rows from before it was kept. */
  readonly province: Province | null;
}

/** End of a stream's chain. */
export interface AuditHead {
  readonly position: number;
  readonly hash: string;
}

/** Who acted, as they were, and whose auditors read of it. */
export interface AuditPlace {
  readonly who: Named | null;
  readonly province: Province | null;
}

/** What a row is made from beside the act: where its stream ends, and its place. */
export interface AuditGround extends AuditPlace {
  readonly head: AuditHead | null;
}

/** The row that continues the stream. */
export function auditRow({ by, ...act }: AuditedAct, { head, who, province }: AuditGround): AuditRow {
  const row = {
    ...act,
    position: (head?.position ?? 0) + 1,
    person_id: by?.personId ?? null,
    post_id: by?.postId ?? null,
    role: by?.role ?? null,
    who,
    previous_hash: head?.hash ?? null,
    province,
  };
  return { ...row, hash: hashOfAudit(row), hash_algorithm: HASH_ALGORITHM };
}

/** What the hash of a row covers. */
export type HashedAudit = Omit<AuditRow, 'hash' | 'hash_algorithm'>;

/** Hash that the row must have. */
export const hashOfAudit = ({ detail, who, ...row }: HashedAudit): string =>
  sm3OfText(auditText({ ...row, detail: canonicalJson(detail), who: who === null ? null : canonicalJson(who) }));

/** A row whose JSON is in its canonical form. */
export type WrittenAudit = Omit<HashedAudit, 'detail' | 'who'> & {
  readonly detail: string;
  readonly who: string | null;
};

const quoted = (text: string | null): string => (text === null ? 'null' : JSON.stringify(text));

/**
 * The canonical form of a row, written out because a verification does nothing else. Nobody and no province are left out
 * of it, as rows from before `who` and `province` were kept had no such fields.
 */
export const auditText = (row: WrittenAudit): string =>
  `{"action":${quoted(row.action)},"at":${quoted(row.at)},"detail":${row.detail},"person_id":${quoted(row.person_id)},` +
  `"position":${row.position},"post_id":${quoted(row.post_id)},"previous_hash":${quoted(row.previous_hash)},` +
  `${row.province === null ? '' : `"province":${quoted(row.province)},`}"role":${quoted(row.role)},` +
  `"stream":${quoted(row.stream)}${row.who === null ? '' : `,"who":${row.who}`}}`;

/** Columns of the row in the order of its table. */
export const AUDIT_COLUMNS =
  'stream, position, at, action, person_id, post_id, role, who, detail, previous_hash, hash, hash_algorithm, province';
const INSERT = `INSERT INTO audit (${AUDIT_COLUMNS}) SELECT ${AUDIT_COLUMNS} FROM jsonb_populate_record(NULL::audit, $1)`;
// Whose row it is: of a case its province, else that of the post, else that of the latest post of the person it is about.
const GROUND = `SELECT
  (SELECT jsonb_build_object('position', a.position, 'hash', a.hash) FROM audit a WHERE a.stream = $1 ORDER BY a.position DESC LIMIT 1) AS head,
  (SELECT jsonb_strip_nulls(jsonb_build_object('name', p.name, 'zh', coalesce(u.name_zh, e.name), 'en', coalesce(u.name_en, e.name),
      'standingInFor', (SELECT jsonb_build_object('personId', q.id, 'name', q.name) FROM person q WHERE q.id = $6::uuid)))
    FROM post o JOIN person p ON p.id = $5 LEFT JOIN unit u ON u.id = o.unit_id LEFT JOIN enterprise e ON e.id = o.enterprise_id
    WHERE o.id = $2) AS who,
  coalesce((SELECT f.province FROM case_file f WHERE f.case_id = $3), (SELECT o.province FROM post o WHERE o.id = $2),
    (SELECT o.province FROM post o WHERE o.person_id = $4 ORDER BY o.since DESC, o.id LIMIT 1)) AS province`;

/**
 * Appends an act to its stream. The caller's transaction holds the lock of that stream: of the case, or `lockStream`.
 * `place` is given where it is known from the moment of the act.
 */
export async function appendAudit(db: Queryable, act: AuditedAct, place?: AuditPlace): Promise<void> {
  const { by } = act;
  const values = [
    ...[act.stream, by?.postId ?? null, subjectOf(act.stream, 'case'), subjectOf(act.stream, 'person')],
    ...[by?.personId ?? null, by?.standingInFor ?? null],
  ];
  const ground = await selectOne<AuditGround>(db, { name: 'audit-ground', text: GROUND, values });
  await select(db, {
    name: 'audit-append',
    text: INSERT,
    values: [JSON.stringify(auditRow(act, { ...ground, ...place }))],
  });
}

const SUBJECT = /^(case|person):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function subjectOf(stream: string, kind: 'case' | 'person'): string | null {
  const [, found, id = null] = SUBJECT.exec(stream) ?? [];
  return found === kind ? id : null;
}

/** Appends an act that is not on a case, in a transaction of its own. */
export async function recordAct(pool: Pool, act: AuditedAct): Promise<void> {
  await inTransaction(pool, lockStream(act.stream), (client) => appendAudit(client, act));
}

/** All rows of a stream in order. */
export const auditOf = (db: Queryable, stream: string): Promise<readonly AuditRow[]> =>
  select<AuditRow>(db, {
    text: `SELECT ${AUDIT_COLUMNS} FROM audit WHERE stream = $1 ORDER BY position`,
    values: [stream],
  });

/** Stream of what somebody does that is not on a case. */
export const personStream = (personId: string): string => `person:${personId}`;

/** Stream of the acts on a case. */
export const caseStream = (caseId: string): string => `case:${caseId}`;
