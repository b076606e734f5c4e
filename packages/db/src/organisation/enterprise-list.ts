import type { CivilDate } from '@lianban/domain/civil-date';
import type { Capacity } from '@lianban/domain/organisation';
import type { Province } from '@lianban/domain/province';
import type { Text } from '@lianban/domain/text';
import { contains, Parameters } from '../queries/parameters.ts';
import { select, type Queryable } from '../queryable.ts';
import type { AuthorityLetter } from './grant.ts';
import { heldPosts, TODAY } from './held-posts.ts';

/** Somebody who acts, acted or will act for an enterprise, by a post that has not ended. */
export interface AgentOfEnterprise {
  readonly postId: string;
  readonly personId: string;
  readonly name: string;
  readonly capacity: Capacity | null;
  readonly letter: AuthorityLetter | null;
  readonly since: CivilDate;
  readonly until: CivilDate | null;
  /** They may act today. */
  readonly isHeld: boolean;
}

/** An enterprise with those who act for it. */
export interface EnterpriseOfList {
  readonly enterpriseId: string;
  readonly name: string;
  readonly creditCode: string;
  readonly legalPerson: string;
  readonly address: string;
  readonly district: Text | null;
  readonly agents: readonly AgentOfEnterprise[];
}

/** Shown at once; whoever looks for another searches. */
const PAGE = 50;

const AGENTS = `coalesce((SELECT jsonb_agg(jsonb_build_object('postId', o.id, 'personId', p.id, 'name', p.name, 'capacity', o.capacity,
    'letter', CASE WHEN o.letter_number IS NOT NULL THEN jsonb_build_object('number', o.letter_number, 'from', o.letter_from, 'to', o.letter_to) END,
    'since', o.since, 'until', o.until, 'isHeld', EXISTS (SELECT FROM ${heldPosts} h WHERE h.id = o.id)) ORDER BY o.since, o.id)
  FROM post o JOIN person p ON p.id = o.person_id
  WHERE o.enterprise_id = e.id AND (o.until IS NULL OR o.until >= ${TODAY})), '[]')`;

/** Enterprises of the province by name, those that `search` names when there is one; `more` when not all are among them. */
export async function enterpriseList(
  db: Queryable,
  province: Province,
  search: string | undefined,
): Promise<{ readonly rows: readonly EnterpriseOfList[]; readonly more: boolean }> {
  const parameters = new Parameters();
  const text = `SELECT e.id AS "enterpriseId", e.name, e.credit_code AS "creditCode", e.legal_person AS "legalPerson", e.address,
      CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('zh', d.name_zh, 'en', d.name_en) END AS district, ${AGENTS} AS agents
    FROM enterprise e LEFT JOIN district d ON d.id = e.district_id
    WHERE e.province = ${parameters.add(province)} AND (e.kind = 'enterprise' OR ${search !== undefined}) AND ${contains(['e.name', 'e.credit_code'], search, parameters)}
    ORDER BY e.name, e.id LIMIT ${PAGE + 1}`;
  const rows = await select<EnterpriseOfList>(db, { text, values: parameters.values });
  return { rows: rows.slice(0, PAGE), more: rows.length > PAGE };
}

/** The districts of the province in the order of their codes. */
export const districtsOf = (
  db: Queryable,
  province: Province,
): Promise<readonly { readonly id: string; readonly name: Text }[]> =>
  select(db, {
    text: `SELECT id, jsonb_build_object('zh', name_zh, 'en', name_en) AS name FROM district WHERE province = $1 ORDER BY id`,
    values: [province],
  });
