import type { Database } from '@lianban/db/client';
import { personStream, recordAct } from '@lianban/db/audit';
import { select, selectFirst } from '@lianban/db/queryable';
import { instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import { actorOf, type HeldPost, type Identity } from './identity.ts';
import { passwordFits } from './password.ts';
import { hashOfToken, newToken } from './token.ts';

/** A working day and a little; whoever stays longer signs in again. Our own default. */
export const SESSION_HOURS = 12;

interface SessionRow {
  readonly personId: string;
  readonly name: string;
  readonly postId: string;
  readonly posts: readonly (HeldPost & { readonly enterprise: Identity['enterprise'] })[];
}

const POSTS = `(SELECT jsonb_agg(jsonb_build_object('id', o.id, 'role', o.role, 'province', o.province, 'unitId', o.unit_id,
    'enterpriseId', o.enterprise_id, 'place', jsonb_build_object('zh', coalesce(u.name_zh, e.name), 'en', coalesce(u.name_en, e.name)),
    'enterprise', CASE WHEN e.id IS NOT NULL THEN jsonb_build_object('id', e.id, 'name', e.name, 'creditCode', e.credit_code) END)
    ORDER BY o.since, o.id)
  FROM post o LEFT JOIN unit u ON u.id = o.unit_id LEFT JOIN enterprise e ON e.id = o.enterprise_id
  WHERE o.person_id = p.id AND o.since <= shanghai.today AND (o.until IS NULL OR o.until >= shanghai.today))`;

const TODAY = `(SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date AS today) shanghai`;

/** Who the token belongs to and in which post they act; null when it is unknown, over, or the post is no longer held. */
export async function identityOf({ pool }: Database, token: string): Promise<Identity | null> {
  const row = await selectFirst<SessionRow>(pool, {
    name: 'session-identity',
    text: `SELECT p.id AS "personId", p.name, s.post_id AS "postId", coalesce(${POSTS}, '[]') AS posts
      FROM session s JOIN person p ON p.id = s.person_id, ${TODAY} WHERE s.token_hash = $1 AND s.expires_at > now()`,
    values: [hashOfToken(token)],
  });
  return row === undefined ? null : identityFrom(row);
}

function identityFrom({ personId, name, postId, posts }: SessionRow): Identity | null {
  const acting = posts.find(({ id }) => id === postId);
  if (acting === undefined) return null;
  const { enterprise, ...post } = acting;
  const held = posts.map(({ enterprise: _, ...other }) => other);
  return { person: { id: personId, name }, post, posts: held, enterprise };
}

/**
 * Opens a session in the first post that the person holds.
 * @throws LianbanError WRONG_CREDENTIALS for an unknown name as for a wrong password, and when no post is held.
 */
export async function signIn(database: Database, user: string, password: string): Promise<string> {
  const { pool } = database;
  const account = await selectFirst<{ personId: string; passwordHash: string; postId: string | null }>(pool, {
    name: 'account-by-name',
    text: `SELECT c.person_id AS "personId", c.password_hash AS "passwordHash",
        (SELECT o.id FROM post o, ${TODAY} WHERE o.person_id = c.person_id AND o.since <= shanghai.today
          AND (o.until IS NULL OR o.until >= shanghai.today) ORDER BY o.since, o.id LIMIT 1) AS "postId"
      FROM credential c WHERE c.user_name = $1`,
    values: [user],
  });
  const fits = await passwordFits(account?.passwordHash ?? null, password);
  if (account === undefined || !fits || account.postId === null) throw new LianbanError('WRONG_CREDENTIALS');
  const token = newToken();
  await select(pool, {
    text: `INSERT INTO session (token_hash, person_id, post_id, expires_at) VALUES ($1, $2, $3, now() + $4 * interval '1 hour')`,
    values: [hashOfToken(token), account.personId, account.postId, SESSION_HOURS],
  });
  const identity = await identityOf(database, token);
  if (identity !== null) await auditSession(database, identity, 'session.signIn');
  return token;
}

/** Ends the session; nothing happens when it is over. */
export async function signOut(database: Database, token: string): Promise<void> {
  const identity = await identityOf(database, token);
  await select(database.pool, { text: 'DELETE FROM session WHERE token_hash = $1', values: [hashOfToken(token)] });
  if (identity !== null) await auditSession(database, identity, 'session.signOut');
}

/** From now on the person acts in that post. @throws LianbanError FORBIDDEN when it is not theirs. */
export async function usePost(database: Database, { token, identity }: SignedIn, postId: string): Promise<Identity> {
  const wanted = identity.posts.find(({ id }) => id === postId);
  if (wanted === undefined) throw new LianbanError('FORBIDDEN', { postId });
  await select(database.pool, {
    text: 'UPDATE session SET post_id = $2 WHERE token_hash = $1',
    values: [hashOfToken(token), postId],
  });
  const changed = await identityOf(database, token);
  if (changed === null) throw new LianbanError('NOT_SIGNED_IN');
  await auditSession(database, changed, 'session.usePost');
  return changed;
}

/** A browser with a session. */
export interface SignedIn {
  readonly token: string;
  readonly identity: Identity;
}

/** Removes sessions that are over; the record of who signed in is the audit. */
export async function removeEndedSessions({ pool }: Database): Promise<void> {
  await select(pool, { text: 'DELETE FROM session WHERE expires_at < now()' });
}

const auditSession = ({ pool }: Database, identity: Identity, action: string): Promise<void> =>
  recordAct(pool, {
    stream: personStream(identity.person.id),
    at: instant(Date.now()),
    action,
    by: actorOf(identity),
    detail: { post: identity.post.id },
  });
