import type { CivilDate } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import { selectOne } from '../queryable.ts';
import type { Administration } from './administration.ts';

// Whoever let a one-time password pass cannot sign in.
const COVERED = `SELECT coalesce(range_agg(daterange(o.since, o.until + 1)) @> daterange($2::date, NULL), false) AS covered
  FROM post o JOIN person p ON p.id = o.person_id JOIN credential c ON c.person_id = p.id
  WHERE o.role = 'ADM' AND o.province = $1 AND p.disabled_at IS NULL AND (c.valid_until IS NULL OR c.valid_until > now())`;

/**
 * Refuses an act, already done within the transaction, that leaves the province on any day from then on without an
 * administrator who can sign in.
 * @throws LianbanError LAST_ADMINISTRATOR
 */
export async function refuseWithoutAdministrator({ client, province }: Administration, from: CivilDate): Promise<void> {
  const { covered } = await selectOne<{ covered: boolean }>(client, { text: COVERED, values: [province, from] });
  if (!covered) throw new LianbanError('LAST_ADMINISTRATOR', { province });
}
