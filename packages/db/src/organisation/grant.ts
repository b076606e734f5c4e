import { addDays, type CivilDate } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { Capacity } from '@lianban/domain/organisation';
import { areApart, type Role } from '@lianban/domain/role';
import { select, selectFirst, selectOne } from '../queryable.ts';
import { refusePast, type Days } from './days.ts';
import type { Administration } from './administration.ts';
import { refusing } from './violation.ts';

/** An authority letter (授权委托书); valid until it is taken back when it names no last day. */
export interface AuthorityLetter {
  readonly number: string;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

/** Where a post is: a role in a unit, or somebody who acts for an enterprise. */
export type Place =
  | { readonly kind: 'unit'; readonly role: Exclude<Role, 'APP' | 'DIST' | 'CLK'>; readonly unitId: string }
  | {
      readonly kind: 'enterprise';
      readonly enterpriseId: string;
      readonly capacity: Capacity;
      readonly letter: AuthorityLetter | null;
    };

/** A post that is to be given. */
export interface Grant extends Days {
  readonly place: Place;
}

/** Whoever acts for the liaison body of a district is no applicant. */
async function roleOf({ client }: Administration, place: Place): Promise<Role> {
  if (place.kind === 'unit') return place.role;
  const text = 'SELECT kind FROM enterprise WHERE id = $1';
  const body = await selectFirst<{ kind: string }>(client, { text, values: [place.enterpriseId] });
  return body?.kind === 'authority' ? 'DIST' : 'APP';
}

/**
 * Gives somebody a post, within an act of administration. Gives its id.
 * @throws LianbanError NO_SUCH_UNIT, NO_SUCH_ENTERPRISE, DAYS_UNFIT, LETTER_NEEDED, ALREADY_HELD, ROLES_APART.
 */
export async function grantPost(administration: Administration, personId: string, grant: Grant): Promise<string> {
  const { place, since, until } = grant;
  await refusePlace(administration, grant);
  refusePast(grant, administration.today);
  const [unitId, enterpriseId] = place.kind === 'unit' ? [place.unitId, null] : [null, place.enterpriseId];
  const acting = place.kind === 'unit' ? null : place;
  if (acting !== null) refuseLetter(acting);
  await refuseApart(administration, personId, grant);
  const { postId } = await refusing(
    'overlap',
    'ALREADY_HELD',
    selectOne<{ postId: string }>(administration.client, {
      text: `INSERT INTO post (person_id, role, unit_id, enterprise_id, province, since, until, capacity, letter_number, letter_from, letter_to)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id AS "postId"`,
      values: [
        ...[
          personId,
          await roleOf(administration, place),
          unitId,
          enterpriseId,
          administration.province,
          since,
          until,
          acting?.capacity ?? null,
        ],
        ...[acting?.letter?.number ?? null, acting?.letter?.from ?? null, acting?.letter?.to ?? null],
      ],
    }),
  );
  return postId;
}

/** A grant as the audit keeps it. */
export const grantDetail = ({ place, since, until }: Grant): Readonly<Record<string, unknown>> => {
  const days = { since, until };
  if (place.kind === 'unit') return { role: place.role, unit: place.unitId, ...days };
  return { role: 'APP', enterprise: place.enterpriseId, capacity: place.capacity, letter: place.letter, ...days };
};

async function refusePlace({ client, province }: Administration, { place, since, until }: Grant): Promise<void> {
  if (place.kind === 'enterprise') {
    const text = 'SELECT FROM enterprise WHERE id = $1 AND province = $2';
    const known = await selectFirst(client, { text, values: [place.enterpriseId, province] });
    if (known === undefined) throw new LianbanError('NO_SUCH_ENTERPRISE', { enterpriseId: place.enterpriseId });
    return;
  }
  const unit = await selectFirst<{ since: CivilDate | null; until: CivilDate | null }>(client, {
    text: 'SELECT since, until FROM unit WHERE id = $1 AND province = $2',
    values: [place.unitId, province],
  });
  if (unit === undefined || (unit.until !== null && unit.until < since))
    throw new LianbanError('NO_SUCH_UNIT', { unitId: place.unitId });
  const outlasts = unit.until !== null && (until === null || until > unit.until);
  if (outlasts || (unit.since !== null && since < unit.since)) throw new LianbanError('DAYS_UNFIT', { since, until });
}

/** Who audits does nothing else on those days, in whichever order the posts are given. */
async function refuseApart(
  administration: Administration,
  personId: string,
  { place, since, until }: Grant,
): Promise<void> {
  const { client } = administration;
  const others = await select<{ role: Role }>(client, {
    text: `SELECT DISTINCT role FROM post WHERE person_id = $1
      AND daterange(since, until + 1) && daterange($2::date, $3::date + 1)`,
    values: [personId, since, until],
  });
  const role = await roleOf(administration, place);
  const apart = others.find((other) => areApart(role, other.role));
  if (apart !== undefined) throw new LianbanError('ROLES_APART', { role, other: apart.role });
}

/** Whoever is not the legal representative acts under a letter (许可法29), from its first day to its last. */
function refuseLetter({ capacity, letter }: Extract<Place, { kind: 'enterprise' }>): void {
  if ((capacity === 'legalRepresentative') !== (letter === null)) throw new LianbanError('LETTER_NEEDED', { capacity });
  if (letter !== null && letter.to !== null && letter.to < letter.from)
    throw new LianbanError('DAYS_UNFIT', { since: letter.from, until: letter.to });
}

/** The last day of a post that somebody ends on `lastDay`, or at once for null: then it was held up to yesterday. */
export function endOf(
  { since }: Pick<Days, 'since'>,
  lastDay: CivilDate | null,
  today: CivilDate,
): { readonly until: CivilDate; readonly from: CivilDate } {
  const first = since > today ? since : today;
  if (lastDay !== null && lastDay < first) throw new LianbanError('DAYS_UNFIT', { since, until: lastDay });
  const until = lastDay ?? addDays(first, -1);
  return { until, from: addDays(until, 1) };
}
