import { postsHeldOn, TODAY } from './held-posts.ts';

/** SQL: the delegation `g` is under way on that day. */
const underWay = (day: string): string => `g.ended_at IS NULL AND g.from_on <= ${day} AND g.to_on >= ${day}`;

/**
 * SQL: who stands in for which post on that day, to be given an alias: per post and deputy one row, with the deputy's own
 * post, the last day and the matters, which are null for the whole post. Only who holds the post by which they were chosen does.
 */
const standInsOn = (day: string): string => `(
  SELECT g.post_id, d.person_id AS deputy_id, min(d.id::text)::uuid AS own_post_id, max(g.to_on) AS stands_until,
    CASE WHEN NOT bool_or(g.kind = 'post') THEN jsonb_build_object(
      'items', coalesce(jsonb_agg(g.item ORDER BY g.item) FILTER (WHERE g.kind = 'item'), '[]'),
      'procedures', coalesce(jsonb_agg(g.procedure ORDER BY g.procedure) FILTER (WHERE g.kind = 'procedure'), '[]'),
      'cases', coalesce(jsonb_agg(g.case_id ORDER BY g.case_id) FILTER (WHERE g.kind = 'case'), '[]')) END AS matters
  FROM delegation g JOIN ${postsHeldOn(day)} d ON d.id = g.deputy_post_id
  WHERE ${underWay(day)} GROUP BY g.post_id, d.person_id)`;

/** SQL: who stands in today, of posts that are held today themselves. */
export const standIns = `(
  SELECT s.* FROM ${standInsOn(TODAY)} s WHERE EXISTS (SELECT FROM ${postsHeldOn(TODAY)} o WHERE o.id = s.post_id))`;

/**
 * SQL: the posts in which people may act on that day, to be given an alias: their own, and those in which they stand in for
 * somebody else. `actor_id` is who may; The rest are those of a deputy. The one place that says so.
 */
export const actingPostsOn = (day: string): string => `(
  SELECT o.*, o.person_id AS actor_id, NULL::uuid AS own_post_id, NULL::date AS stands_until, NULL::jsonb AS matters FROM ${postsHeldOn(day)} o
  UNION ALL
  SELECT o.*, s.deputy_id, s.own_post_id, s.stands_until, s.matters FROM ${standInsOn(day)} s JOIN ${postsHeldOn(day)} o ON o.id = s.post_id)`;

/** SQL: {@link actingPostsOn} today. */
export const actingPosts = actingPostsOn(TODAY);

/** SQL: the matters, null for everything, take in the case; `file` is the alias of `case_file`. */
export const coversCase = (matters: string, file: string): string =>
  `(${matters} IS NULL OR ${matters} -> 'items' ? ${file}.item OR ${matters} -> 'procedures' ? ${file}.procedure
    OR ${matters} -> 'cases' ? ${file}.case_id::text)`;

/** SQL: whoever holds the post is away from it on that day, whoever stands in; `and` is a further condition on the delegation `g`. */
export const awayOn = (day: string, post: string, and = 'true'): string =>
  `EXISTS (SELECT FROM delegation g WHERE g.post_id = ${post} AND g.kind = 'post' AND ${underWay(day)} AND ${and})`;

/** SQL: whoever holds the post is away on that day and nobody stands in for them; `since` is a further condition on the delegation `g`. */
export const unmannedOn = (day: string, post: string, since = 'true'): string =>
  awayOn(day, post, `${since} AND NOT EXISTS (SELECT FROM ${postsHeldOn(day)} d WHERE d.id = g.deputy_post_id)`);

/** SQL: the posts that somebody looks after on that day: held, by somebody who is there or for whom somebody stands in. */
export const mannedPostsOn = (day: string): string =>
  `(SELECT o.* FROM ${postsHeldOn(day)} o WHERE NOT ${unmannedOn(day, 'o.id')})`;
