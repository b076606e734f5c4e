import { instant, type Instant } from '@lianban/domain/civil-date';
import type { Role } from '@lianban/domain/role';
import type { Text } from '@lianban/domain/text';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool, PoolClient } from 'pg';
import { appendAudit, personStream } from '../audit.ts';
import { lockStream } from '../locks.ts';
import { NOTICE_CHANNEL, type SessionNotice } from '../notice.ts';
import { actingPosts } from '../organisation/acting-posts.ts';
import { select, selectFirst, type Queryable } from '../queryable.ts';
import { inTransaction, RolledBack } from '../transaction.ts';

/** Which sessions of a person end: of that id or token, all but that id, all, or those that are over by themselves or whose post is lost. */
export type Which =
  | { readonly id: string }
  | { readonly tokenHash: string }
  | { readonly except: string }
  | { readonly all: true }
  | { readonly over: true };

/** Which, why, and who ended them; null for nobody, when they are over by themselves. */
export interface Ending {
  readonly which: Which;
  readonly action: 'session.signOut' | 'session.revoke' | 'session.end';
  readonly by: Actor | null;
  readonly reason?:
    | 'replaced'
    | 'passwordChanged'
    | 'passwordRenewed'
    | 'factorChanged'
    | 'factorReset'
    | 'identityChanged'
    | 'disabled';
}

/** SQL: the session `s` may not be used any more. */
const IS_IDLE = `s.seen_at <= now() - s.idle_minutes * interval '1 minute'`;
const HOLDS_POST = `EXISTS (SELECT FROM ${actingPosts} o WHERE o.id = s.post_id AND o.actor_id = s.person_id)`;
const IS_OVER = `(s.expires_at <= now() OR ${IS_IDLE} OR NOT ${HOLDS_POST})`;

function conditionOf(which: Which): readonly [text: string, value: string | null] {
  if ('id' in which) return ['s.id = $2::uuid', which.id];
  if ('tokenHash' in which) return ['s.token_hash = $2::text', which.tokenHash];
  if ('except' in which) return ['s.id <> $2::uuid', which.except];
  if ('all' in which) return ['$2::text IS NULL', null];
  return [`$2::text IS NULL AND ${IS_OVER}`, null];
}

interface EndedRow {
  readonly id: string;
  readonly postId: string;
  readonly over: 'expired' | 'idle' | 'noPost' | null;
}

/** Ends them at once, live events too, and writes each into the audit. Gives how many there were. */
export const endSessions = (pool: Pool, personId: string, ending: Ending): Promise<number> =>
  inTransaction<number>(pool, lockStream(personStream(personId)), async (client) => {
    const ended = await endWithin(client, personId, ending);
    return ended === 0 ? new RolledBack(0) : ended;
  });

/** The same within a transaction that holds the person's stream of the audit. */
export async function endWithin(client: PoolClient, personId: string, ending: Ending): Promise<number> {
  const { which, action, by, reason } = ending;
  const [condition, value] = conditionOf(which);
  const rows = await select<EndedRow>(client, {
    text: `DELETE FROM session s WHERE s.person_id = $1 AND ${condition} RETURNING s.id, s.post_id AS "postId",
      CASE WHEN s.expires_at <= now() THEN 'expired' WHEN ${IS_IDLE} THEN 'idle' WHEN NOT ${HOLDS_POST} THEN 'noPost' END AS over`,
    values: [personId, value],
  });
  if (rows.length === 0) return 0;
  for (const { id, postId, over } of rows) {
    const why = reason ?? ('over' in which ? over : undefined);
    const detail = { session: id, post: postId, ...(why === undefined ? {} : { reason: why }) };
    await appendAudit(client, { stream: personStream(personId), at: instant(Date.now()), action, by, detail });
  }
  const notice: SessionNotice = { sessions: rows.map(({ id }) => id) };
  await select(client, { text: 'SELECT pg_notify($1, $2)', values: [NOTICE_CHANNEL, JSON.stringify(notice)] });
  return rows.length;
}

/** Ends the session of a browser that got another one, whoever it belonged to. */
export async function endReplaced(pool: Pool, tokenHash: string): Promise<void> {
  const text = 'SELECT person_id AS "personId" FROM session WHERE token_hash = $1';
  const row = await selectFirst<{ personId: string }>(pool, { name: 'session-person', text, values: [tokenHash] });
  if (row === undefined) return;
  await endSessions(pool, row.personId, { which: { tokenHash }, action: 'session.end', by: null, reason: 'replaced' });
}

/** Ends every session that ran out, was not used for too long, or whose post is no longer held. */
export async function endOverSessions(pool: Pool): Promise<void> {
  const people = await select<{ personId: string }>(pool, {
    text: `SELECT DISTINCT s.person_id AS "personId" FROM session s WHERE ${IS_OVER} LIMIT 500`,
  });
  for (const { personId } of people) {
    await endSessions(pool, personId, { which: { over: true }, action: 'session.end', by: null });
  }
}

/** An open session as its person sees it. */
export interface OpenSession {
  readonly id: string;
  readonly since: Instant;
  readonly seenAt: Instant;
  readonly address: string;
  readonly browser: string | null;
  readonly role: Role;
  readonly place: Text;
  /** Whose post it is, where the person stands in for somebody else. */
  readonly standingInFor: string | null;
}

/** The person's open sessions, the one used last first. */
export const sessionsOf = (db: Queryable, personId: string): Promise<readonly OpenSession[]> =>
  select<OpenSession>(db, {
    name: 'sessions-of-person',
    text: `SELECT s.id, s.created_at AS since, s.seen_at AS "seenAt", s.address, s.browser, o.role,
        jsonb_build_object('zh', coalesce(u.name_zh, e.name), 'en', coalesce(u.name_en, e.name)) AS place,
        CASE WHEN o.person_id <> s.person_id THEN (SELECT p.name FROM person p WHERE p.id = o.person_id) END AS "standingInFor"
      FROM session s JOIN post o ON o.id = s.post_id LEFT JOIN unit u ON u.id = o.unit_id LEFT JOIN enterprise e ON e.id = o.enterprise_id
      WHERE s.person_id = $1 AND NOT ${IS_OVER} ORDER BY s.seen_at DESC, s.id`,
    values: [personId],
  });

/** Keeps that the session has just been used, at most once a minute. */
export async function touchSession(db: Queryable, id: string): Promise<void> {
  const text = `UPDATE session SET seen_at = now() WHERE id = $1 AND seen_at < now() - interval '1 minute'`;
  await select(db, { name: 'session-touch', text, values: [id] });
}
