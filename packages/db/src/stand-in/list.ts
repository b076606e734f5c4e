import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import type { Province } from '@lianban/domain/province';
import { roleCodes, type Role } from '@lianban/domain/role';
import { standsIn, type Matter } from '@lianban/domain/stand-in';
import type { Text } from '@lianban/domain/text';
import { heldPosts, TODAY } from '../organisation/held-posts.ts';
import { Parameters } from '../queries/parameters.ts';
import { select, type Queryable } from '../queryable.ts';
import type { Because } from './over.ts';

/** Somebody in a post. */
export interface InPost {
  readonly postId: string;
  readonly personId: string;
  readonly name: string;
  readonly role: Role;
  readonly place: Text;
}

/** An absence with its deputy, as the people concerned read it. */
export interface DelegationRow {
  readonly id: string;
  readonly principal: InPost;
  readonly deputy: InPost | null;
  readonly kind: Matter['kind'];
  readonly itemTitle: Text | null;
  readonly procedure: string | null;
  readonly caseNumber: string | null;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly reason: string;
  readonly givenBy: string | null;
  readonly givenAt: Instant;
  readonly ended: {
    readonly at: Instant;
    readonly because: Because;
    readonly by: string | null;
    readonly reason: string | null;
  } | null;
  /** Over by its day or ended, under way today, or still to come. */
  readonly state: 'over' | 'underWay' | 'toCome';
}

/** Whose absences: of one person, those in which one person stands in, or of a bureau or one unit in it. */
export type Whose =
  | { readonly principalId: string }
  | { readonly deputyId: string }
  | { readonly province: Province; readonly unitId?: string };

/** How long what is over stays in the list, in days. */
const SHOWN_AFTER = 30;

const inPost = (post: string): string => `jsonb_build_object('postId', ${post}.id, 'personId', ${post}.person_id,
    'name', (SELECT p.name FROM person p WHERE p.id = ${post}.person_id), 'role', ${post}.role,
    'place', (SELECT jsonb_build_object('zh', u.name_zh, 'en', u.name_en) FROM unit u WHERE u.id = ${post}.unit_id))`;

function conditionOf(whose: Whose, parameters: Parameters): string {
  if ('principalId' in whose) return `o.person_id = ${parameters.add(whose.principalId)}::uuid`;
  if ('deputyId' in whose) return `d.person_id = ${parameters.add(whose.deputyId)}::uuid`;
  const ofUnit = whose.unitId === undefined ? '' : ` AND o.unit_id = ${parameters.add(whose.unitId)}`;
  return `g.province = ${parameters.add(whose.province)}${ofUnit}`;
}

/** Absences that are under way, to come, or were over not long ago; the earliest first. */
export function delegations(db: Queryable, whose: Whose): Promise<readonly DelegationRow[]> {
  const parameters = new Parameters();
  const text = `
SELECT g.id, ${inPost('o')} AS principal, CASE WHEN d.id IS NOT NULL THEN ${inPost('d')} END AS deputy, g.kind, g.procedure,
  (SELECT i.definition -> 'title' FROM item i WHERE i.code = g.item AND i.province = g.province ORDER BY i.edition DESC LIMIT 1) AS "itemTitle",
  (SELECT f.number FROM case_file f WHERE f.case_id = g.case_id) AS "caseNumber",
  g.from_on AS "from", g.to_on AS "to", g.reason, g.given_by_name AS "givenBy", g.given_at AS "givenAt",
  CASE WHEN g.ended_at IS NOT NULL THEN jsonb_build_object('at', g.ended_at, 'because', g.ended_because, 'by', g.ended_by_name, 'reason', g.end_reason) END AS ended,
  CASE WHEN g.ended_at IS NOT NULL OR g.to_on < ${TODAY} THEN 'over' WHEN g.from_on > ${TODAY} THEN 'toCome' ELSE 'underWay' END AS state
FROM delegation g JOIN post o ON o.id = g.post_id LEFT JOIN post d ON d.id = g.deputy_post_id
WHERE ${conditionOf(whose, parameters)} AND g.to_on >= ${TODAY} - ${SHOWN_AFTER} ORDER BY g.from_on, g.given_at, g.id`;
  return select<DelegationRow>(db, { text, values: parameters.values });
}

/** Whose posts: all of a bureau, or of one person or one unit in it. */
export interface WhosePosts {
  readonly province: Province;
  readonly personId?: string;
  readonly unitId?: string;
}

/** Posts held today for which somebody may stand in. */
export function delegablePosts(db: Queryable, { province, personId, unitId }: WhosePosts): Promise<readonly InPost[]> {
  const parameters = new Parameters();
  const conditions = [
    `o.province = ${parameters.add(province)} AND o.role = ANY(${parameters.add(roleCodes.filter(standsIn))}::text[])`,
    ...(personId === undefined ? [] : [`o.person_id = ${parameters.add(personId)}::uuid`]),
    ...(unitId === undefined ? [] : [`o.unit_id = ${parameters.add(unitId)}`]),
  ];
  const text = `SELECT o.id AS "postId", o.person_id AS "personId", p.name, o.role, jsonb_build_object('zh', u.name_zh, 'en', u.name_en) AS place
    FROM ${heldPosts} o JOIN person p ON p.id = o.person_id JOIN unit u ON u.id = o.unit_id
    WHERE ${conditions.join(' AND ')} ORDER BY u.id, o.role, p.name, o.id`;
  return select<InPost>(db, { text, values: parameters.values });
}
