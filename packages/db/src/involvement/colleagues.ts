import { civilDateOf, instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { Relations } from '@lianban/domain/interest';
import { unfitFor, type Candidate, type InvolvementKind } from '@lianban/domain/involvement';
import type { Province } from '@lianban/domain/province';
import { workingRoles } from '@lianban/domain/role';
import type { Text } from '@lianban/domain/text';
import { unmannedOn } from '../organisation/acting-posts.ts';
import { heldPosts, TODAY } from '../organisation/held-posts.ts';
import { retracts } from '../queries/retracted.ts';
import { select, type Queryable } from '../queryable.ts';
import { conflictOn, relationsOf } from '../separation/relations.ts';
import type { Involving } from './involving.ts';

/** An officer of the province in one of the posts in which they may act today. */
export interface Colleague extends Candidate {
  readonly postId: string;
  readonly name: string;
  readonly unit: Text;
}

/** Which duty they may be asked about, and the steps that whoever takes it may have no part in. */
export interface ColleagueQuestion {
  readonly caseId: string;
  readonly duty: string;
  readonly province: Province;
  readonly notBy: readonly string[];
}

/**
 * SQL: the steps of the case `caseId` that somebody has answered and not taken back, was stood in for in, or has prepared for
 * whoever did; `isThem` says of a column whether it names them.
 */
export const partsOf = (caseId: string, isThem: (column: string) => string): string => `
  SELECT b.step FROM case_event ev JOIN duty b ON b.case_id = ev.case_id AND b.key = ev.input ->> 'duty'
  WHERE ev.case_id = ${caseId} AND ev.kind = 'answer' AND (${isThem('ev.person_id')} OR ${isThem('ev.standing_in_for')})
    AND NOT EXISTS (SELECT FROM case_event r WHERE ${retracts('r', 'ev')})
  UNION SELECT b.step FROM involvement i JOIN duty b ON b.case_id = i.case_id AND b.key = i.key
  WHERE i.case_id = ${caseId} AND i.kind = 'delegate' AND ${isThem('i.person_id')} AND i.state IN ('open', 'answered')`;

const TEXT = `SELECT o.id AS "postId", o.person_id AS "personId", p.name, o.role, u.id AS "unitId",
    jsonb_build_object('zh', u.name_zh, 'en', u.name_en) AS unit,
    (SELECT min(part.step) FROM (${partsOf('$1', (column) => `${column} = o.person_id`)}) part WHERE part.step = ANY($4::text[])) AS "separatedBy",
    ${unmannedOn(TODAY, 'o.id')} AS "isAway",
    ${relationsOf({ person: 'p.id', caseId: '$1::uuid', enterprise: '(SELECT f.enterprise_id FROM case_file f WHERE f.case_id = $1)' })} AS relations,
    coalesce((SELECT jsonb_agg(DISTINCT i.kind) FROM involvement i
      WHERE i.case_id = $1 AND i.key = $2 AND i.person_id = o.person_id AND i.state = 'open'), '[]') AS asked
  FROM ${heldPosts} o JOIN person p ON p.id = o.person_id JOIN unit u ON u.id = o.unit_id
  WHERE o.province = $3 AND o.role = ANY($5::text[]) AND ($6::uuid[] IS NULL OR o.id = ANY($6)) ORDER BY u.id, o.role, p.name, o.id`;

/** Everybody of the province who works on cases; only those with these posts when they are named. */
export async function colleaguesFor(
  db: Queryable,
  { caseId, duty, province, notBy }: ColleagueQuestion,
  posts: readonly string[] | null = null,
): Promise<readonly Colleague[]> {
  const values = [caseId, duty, province, notBy, workingRoles, posts];
  const found = await select<Found>(db, { name: 'involvement-colleagues', text: TEXT, values });
  const today = civilDateOf(instant(Date.now()));
  return found.map(({ relations, ...person }) => ({ ...person, isBound: conflictOn(relations, today) !== null }));
}

interface Found extends Omit<Colleague, 'isBound'> {
  readonly relations: Relations;
}

/**
 * The posts as they may be asked for that, in the order in which they are named.
 * @throws LianbanError PERSON_UNFIT saying why, SEPARATION naming the step.
 */
export async function chosen(
  of: Involving,
  kind: InvolvementKind,
  { posts, notBy }: { readonly posts: readonly string[]; readonly notBy: readonly string[] },
): Promise<readonly Colleague[]> {
  const found = await colleaguesFor(of.client, { ...of.reach, notBy }, posts);
  const people = posts.map((postId) => {
    const colleague = found.find((one) => one.postId === postId);
    if (colleague === undefined) throw new LianbanError('PERSON_UNFIT', { postId, why: 'notHeld' });
    const why = unfitFor(kind, colleague, of);
    if (why === 'separation') throw new LianbanError('SEPARATION', { step: colleague.separatedBy });
    if (why !== null) throw new LianbanError('PERSON_UNFIT', { postId, name: colleague.name, why });
    return colleague;
  });
  const twice = people.find((one, at) => people.findIndex(({ personId }) => personId === one.personId) !== at);
  if (twice !== undefined) throw new LianbanError('PERSON_UNFIT', { name: twice.name, why: 'asked' });
  return people;
}

/** Units of the province in which somebody may act in that role today; a duty of the role can go to any of them. */
export const unitsHolding = (
  db: Queryable,
  { province, role }: { readonly province: Province; readonly role: string },
): Promise<readonly { readonly unitId: string; readonly unit: Text }[]> =>
  select(db, {
    name: 'involvement-units',
    text: `SELECT u.id AS "unitId", jsonb_build_object('zh', u.name_zh, 'en', u.name_en) AS unit FROM unit u
      WHERE u.province = $1 AND EXISTS (SELECT FROM ${heldPosts} o WHERE o.unit_id = u.id AND o.role = $2) ORDER BY u.id`,
    values: [province, role],
  });
