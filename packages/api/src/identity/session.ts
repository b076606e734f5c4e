import type { Database } from '@lianban/db/client';
import { personStream, recordAct } from '@lianban/db/audit';
import { actingPosts } from '@lianban/db/organisation/acting-posts';
import { select, selectFirst } from '@lianban/db/queryable';
import { endSessions, touchSession } from '@lianban/db/sign-in/sessions';
import { instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import { actorOf, type HeldPost, type Identity } from './identity.ts';
import { proof } from './policy.ts';
import { hashOfToken } from './token.ts';

interface SessionRow {
  readonly personId: string;
  readonly name: string;
  readonly postId: string;
  readonly posts: readonly (HeldPost & { readonly enterprise: Identity['enterprise'] })[];
  readonly session: Identity['session'];
  /** Not noted as used for a minute. */
  readonly isStale: boolean;
}

const POSTS = `(SELECT jsonb_agg(jsonb_build_object('id', o.id, 'role', o.role, 'province', o.province, 'unitId', o.unit_id,
    'enterpriseId', o.enterprise_id, 'place', jsonb_build_object('zh', coalesce(u.name_zh, e.name), 'en', coalesce(u.name_en, e.name)),
    'enterprise', CASE WHEN e.id IS NOT NULL THEN jsonb_build_object('id', e.id, 'name', e.name, 'creditCode', e.credit_code) END)
    || CASE WHEN o.own_post_id IS NULL THEN '{}' ELSE jsonb_build_object('standingIn', jsonb_build_object(
      'for', (SELECT jsonb_build_object('id', h.id, 'name', h.name) FROM person h WHERE h.id = o.person_id),
      'ownPostId', o.own_post_id, 'until', o.stands_until, 'matters', o.matters)) END
    ORDER BY o.own_post_id IS NOT NULL, o.since, o.id)
  FROM ${actingPosts} o LEFT JOIN unit u ON u.id = o.unit_id LEFT JOIN enterprise e ON e.id = o.enterprise_id
  WHERE o.actor_id = p.id)`;

const identitySql = (
  condition: string,
): string => `SELECT p.id AS "personId", p.name, s.post_id AS "postId", coalesce(${POSTS}, '[]') AS posts,
        jsonb_build_object('id', s.id, 'mustChangePassword', s.must_change_password,
          'hasFactor', EXISTS (SELECT FROM second_factor f WHERE f.person_id = p.id),
          'method', s.method, 'hasProviderFactor', s.has_provider_factor, 'isProven', s.proven_at > now() - $2::int * interval '1 minute') AS session,
        s.seen_at < now() - interval '1 minute' AS "isStale"
      FROM session s JOIN person p ON p.id = s.person_id WHERE ${condition} AND s.expires_at > now()
        AND s.seen_at > now() - s.idle_minutes * interval '1 minute'`;

/**
 * Who the token belongs to and in which post they act; null when it is unknown, over, unused for too long, or the post is
 * neither held nor stood in for any more. `attended` says that a person is behind the request, not a page left open: it keeps the session alive.
 */
export async function identityOf({ pool }: Database, token: string, attended = true): Promise<Identity | null> {
  const row = await selectFirst<SessionRow>(pool, {
    name: 'session-identity',
    text: identitySql('s.token_hash = $1'),
    values: [hashOfToken(token), proof.minutes.value],
  });
  if (row === undefined) return null;
  if (attended && row.isStale) await touchSession(pool, row.session.id);
  return identityFrom(row);
}

/** Whose session it still is, whatever its token is by now; for what outlives the request it began with. No sign of a person. */
export async function identityIn({ pool }: Database, sessionId: string): Promise<Identity | null> {
  const row = await selectFirst<SessionRow>(pool, {
    name: 'session-identity-by-id',
    text: identitySql('s.id = $1::uuid'),
    values: [sessionId, proof.minutes.value],
  });
  return row === undefined ? null : identityFrom(row);
}

function identityFrom({ personId, name, postId, posts, session }: SessionRow): Identity | null {
  const acting = posts.find(({ id }) => id === postId);
  if (acting === undefined) return null;
  const { enterprise, ...post } = acting;
  const held = posts.map(({ enterprise: _, ...other }) => other);
  return { person: { id: personId, name }, post, posts: held, enterprise, session };
}

/** Ends the session, its live events too; nothing happens when it is over. */
export async function signOut(database: Database, token: string): Promise<void> {
  const identity = await identityOf(database, token);
  if (identity === null) return;
  const ending = { which: { id: identity.session.id }, action: 'session.signOut', by: actorOf(identity) } as const;
  await endSessions(database.pool, identity.person.id, ending);
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
  await recordAct(database.pool, {
    stream: personStream(changed.person.id),
    at: instant(Date.now()),
    action: 'session.usePost',
    by: actorOf(changed),
    detail: { post: changed.post.id },
  });
  return changed;
}

/** A browser with a session. */
export interface SignedIn {
  readonly token: string;
  readonly identity: Identity;
}
