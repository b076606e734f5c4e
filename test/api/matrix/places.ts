import type { HeldPost, Identity } from '@lianban/api/identity/identity';
import { select } from '@lianban/db/queryable';
import { enterprises } from '@lianban/db/seed/people';
import { units } from '@lianban/db/seed/units';
import type { Province } from '@lianban/domain/province';
import { isOutside, type Role } from '@lianban/domain/role';
import type { Pool } from 'pg';

/** How somebody stands to the case that is asked about: it is of the drugstore, and of the bureau of Chongqing. */
export const relations = ['own', 'otherUnit', 'otherEnterprise', 'otherProvince'] as const;
/** See {@link relations}. */
export type Relation = (typeof relations)[number];

/** Somebody of one role who stands to the case in one way. */
export interface Asker {
  readonly role: Role;
  readonly relation: Relation;
  readonly identity: Identity;
}

interface Place {
  readonly province: Province;
  readonly unitId: string | null;
  readonly enterpriseId: string | null;
}

/** A unit of Chongqing that has no part in any case. */
const ELSEWHERE = 'cq-elsewhere';

/** The drugstore, whose case it is; another of Chongqing; one of Sichuan. */
const applicants = { own: 2, otherEnterprise: 3, otherProvince: 4 } as const;

/** Null where the role knows no such thing: applicants have no unit, offices no enterprise. */
function placeOf(role: Role, relation: Relation): Place | null {
  if (isOutside(role)) {
    const enterprise = relation === 'otherUnit' ? undefined : enterprises[applicants[relation] - 1];
    return enterprise === undefined
      ? null
      : { province: enterprise.province, unitId: null, enterpriseId: enterprise.id };
  }
  const unit = (province: Province): string =>
    units.find((one) => one.province === province && one.roles.includes(role))?.id ?? `${province.toLowerCase()}-clock`;
  switch (relation) {
    case 'own':
      return { province: 'CQ', unitId: unit('CQ'), enterpriseId: null };
    case 'otherUnit':
      return { province: 'CQ', unitId: ELSEWHERE, enterpriseId: null };
    case 'otherEnterprise':
      return null;
    case 'otherProvince':
      return { province: 'SC', unitId: unit('SC'), enterpriseId: null };
  }
}

const idOf = (kind: string, n: number): string => `00000000-0000-4000-8${kind}-${String(9_000 + n).padStart(12, '0')}`;

/** One person per role and relation, none of whom has acted in any case, put into the record. */
export async function settle(pool: Pool, roles: readonly Role[]): Promise<readonly Asker[]> {
  await select(pool, {
    text: `INSERT INTO unit (id, province, bureau_id, name_zh, name_en)
      VALUES ($1, 'CQ', 'cq', '别处', 'Elsewhere'), ('cq-clock', 'CQ', 'cq', '时钟', 'Clock'), ('sc-clock', 'SC', 'sc', '时钟', 'Clock')`,
    values: [ELSEWHERE],
  });
  const askers = roles.flatMap((role) =>
    relations.flatMap((relation) => {
      const place = placeOf(role, relation);
      return place === null ? [] : [{ role, relation, place }];
    }),
  );
  return Promise.all(askers.map((asker, n) => settleOne(pool, asker, n)));
}

async function settleOne(
  pool: Pool,
  { role, relation, place }: Omit<Asker, 'identity'> & { readonly place: Place },
  n: number,
): Promise<Asker> {
  const person = { id: idOf('a00', n), name: `${role} ${relation}` };
  const post: HeldPost = { id: idOf('b00', n), role, ...place, place: { zh: '某处', en: 'Somewhere' } };
  await select(pool, { text: 'INSERT INTO person (id, name) VALUES ($1, $2)', values: [person.id, person.name] });
  await select(pool, {
    text: 'INSERT INTO credential (person_id, user_name, password_hash) SELECT $1, $2, password_hash FROM credential LIMIT 1',
    values: [person.id, person.name],
  });
  // Nobody holds the post of the clock, and the record takes none; who claimed to would still be asked about.
  const real = role !== 'CLK';
  await select(pool, {
    text: `INSERT INTO post (id, person_id, role, province, unit_id, enterprise_id, since)
      SELECT $1::uuid, $2::uuid, $3, $4, $5, $6::uuid, '2024-01-01' WHERE $7`,
    values: [post.id, person.id, role, place.province, place.unitId, place.enterpriseId, real],
  });
  const acting = enterprises.find(({ id }) => id === place.enterpriseId);
  const enterprise = acting === undefined ? null : { id: acting.id, name: acting.name, creditCode: acting.creditCode };
  const session = {
    ...{ id: idOf('c00', n), mustChangePassword: false, method: 'password' as const, isProven: true },
    ...{ hasFactor: false, hasProviderFactor: false },
  };
  return { role, relation, identity: { person, post, posts: [post], enterprise, session } };
}
