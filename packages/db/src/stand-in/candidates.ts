import type { CivilDate } from '@lianban/domain/civil-date';
import type { Province } from '@lianban/domain/province';
import { roleCodes, type Role } from '@lianban/domain/role';
import { standsIn, type Absence, type Candidate } from '@lianban/domain/stand-in';
import type { Text } from '@lianban/domain/text';
import { contains, Parameters } from '../queries/parameters.ts';
import { TODAY } from '../organisation/held-posts.ts';
import { select, type Queryable } from '../queryable.ts';

/** Somebody of the bureau who acts on cases, by the post that suits the days best. */
export interface KnownCandidate extends Candidate {
  readonly postId: string;
  readonly name: string;
  readonly role: Role;
  readonly place: Text;
  /** All their roles in the bureau. */
  readonly roles: readonly Role[];
  readonly until: CivilDate | null;
}

/** Of which bureau and for which days; somebody in particular by a post, or whoever fits the words. */
export interface CandidatesAsked extends Absence {
  readonly province: Province;
  readonly postId?: string;
  readonly search?: string;
  readonly limit: number;
}

/** Those of the bureau who might stand in, each once, by name. */
export function candidates(
  db: Queryable,
  { province, from, to, postId, search, limit }: CandidatesAsked,
): Promise<readonly KnownCandidate[]> {
  const parameters = new Parameters();
  const [ofProvince, roles] = [parameters.add(province), parameters.add(roleCodes.filter(standsIn))];
  const [first, last] = [`${parameters.add(from)}::date`, `${parameters.add(to)}::date`];
  const wanted = postId === undefined ? 'true' : `d.id = ${parameters.add(postId)}::uuid`;
  const fits = contains(['p.name', 'u.name_zh', 'u.name_en'], search, parameters);
  const present = (post: string): string =>
    `${post}.province = ${ofProvince} AND ${post}.role = ANY(${roles}::text[]) AND (${post}.until IS NULL OR ${post}.until >= ${TODAY})`;
  const text = `
SELECT * FROM (
  SELECT DISTINCT ON (p.id) d.id AS "postId", p.id AS "personId", p.name, d.role, d.since, d.until,
    jsonb_build_object('zh', u.name_zh, 'en', u.name_en) AS place,
    p.disabled_at IS NULL AND EXISTS (SELECT FROM credential c WHERE c.person_id = p.id) AS "hasAccount",
    (SELECT jsonb_agg(DISTINCT r.role) FROM post r WHERE r.person_id = p.id AND ${present('r')}) AS roles,
    coalesce((SELECT jsonb_agg(jsonb_build_object('from', g.from_on, 'to', g.to_on)) FROM delegation g JOIN post a ON a.id = g.post_id
      WHERE a.person_id = p.id AND g.kind = 'post' AND g.ended_at IS NULL), '[]') AS absences
  FROM post d JOIN person p ON p.id = d.person_id JOIN unit u ON u.id = d.unit_id
  WHERE ${present('d')} AND ${wanted} AND ${fits}
  ORDER BY p.id, d.since <= ${first} AND (d.until IS NULL OR d.until >= ${last}) DESC, d.since, d.id
) c ORDER BY c.name, c."personId" LIMIT ${parameters.add(limit)}`;
  return select<KnownCandidate>(db, { text, values: parameters.values });
}
