import { instant } from '@lianban/domain/civil-date';
import type { Province } from '@lianban/domain/province';
import type { Pool, PoolClient } from 'pg';
import { appendAudit, personStream } from '../audit.ts';
import { lockFirstAdministrator, lockStream } from '../locks.ts';
import { heldPosts } from '../organisation/held-posts.ts';
import { select, selectFirst, selectOne } from '../queryable.ts';
import { inTransaction, RolledBack } from '../transaction.ts';

/** Who is to be the first administrator. */
export interface FirstAdministrator {
  readonly user: string;
  readonly name: string;
  readonly province: Province;
  readonly passwordHash: string;
  /** For how long the secret opens a session. */
  readonly validHours: number;
}

/** What came of it; `noUnit` when the reference data have no information centre of the province. */
export type Made =
  { readonly result: 'made'; readonly personId: string } | { readonly result: 'exists' | 'userTaken' | 'noUnit' };

// Whoever let the secret pass without using it has never been an administrator, and may be given another.
const SOMEBODY = `SELECT FROM ${heldPosts} o JOIN credential c USING (person_id)
  WHERE o.role = 'ADM' AND (c.valid_until IS NULL OR c.valid_until > now()) LIMIT 1`;

/** Makes the one administrator who can make others, while there is none who can sign in. Of several calls at once one does it. */
export const makeFirstAdministrator = (pool: Pool, wanted: FirstAdministrator): Promise<Made> =>
  inTransaction<Made>(pool, lockFirstAdministrator, async (client) => {
    if ((await selectFirst(client, { text: SOMEBODY })) !== undefined)
      return new RolledBack<Made>({ result: 'exists' });
    const unit = await unitOf(client, wanted.province);
    if (unit === undefined) return new RolledBack<Made>({ result: 'noUnit' });
    const text = `SELECT person_id AS "personId", coalesce(must_change AND valid_until <= now(), false)
        AND EXISTS (SELECT FROM post o WHERE o.person_id = c.person_id AND o.role = 'ADM') AS "isUnused" FROM credential c WHERE user_name = $1`;
    const known = await selectFirst<{ personId: string; isUnused: boolean }>(client, { text, values: [wanted.user] });
    if (known?.isUnused === false) return new RolledBack<Made>({ result: 'userTaken' });
    const personId =
      known === undefined ? await insert(client, wanted, unit) : await renew(client, wanted, known.personId);
    await select(client, { text: lockStream(personStream(personId)) });
    const act = { stream: personStream(personId), at: instant(Date.now()), action: 'admin.first', by: null };
    await appendAudit(client, { ...act, detail: { user: wanted.user, unit, province: wanted.province } });
    return { result: 'made', personId };
  });

/** The information centre of the province, which the reference data install. */
async function unitOf(client: PoolClient, province: Province): Promise<string | undefined> {
  const text = 'SELECT id FROM unit WHERE id = $1 AND province = $2';
  const values = [`${province.toLowerCase()}-information`, province];
  return (await selectFirst<{ id: string }>(client, { text, values }))?.id;
}

async function insert(client: PoolClient, wanted: FirstAdministrator, unit: string): Promise<string> {
  const { personId } = await selectOne<{ personId: string }>(client, {
    text: `WITH made AS (INSERT INTO person (name) VALUES ($1) RETURNING id),
        held AS (INSERT INTO post (person_id, role, unit_id, province, since)
          SELECT id, 'ADM', $2, $3, (now() AT TIME ZONE 'Asia/Shanghai')::date FROM made),
        known AS (INSERT INTO credential (person_id, user_name, password_hash, must_change, valid_until)
          SELECT id, $4, $5, true, now() + $6 * interval '1 hour' FROM made)
      SELECT id AS "personId" FROM made`,
    values: [wanted.name, unit, wanted.province, wanted.user, wanted.passwordHash, wanted.validHours],
  });
  return personId;
}

async function renew(client: PoolClient, wanted: FirstAdministrator, personId: string): Promise<string> {
  await select(client, {
    text: `UPDATE credential SET password_hash = $2, changed_at = now(), must_change = true, valid_until = now() + $3 * interval '1 hour'
      WHERE person_id = $1`,
    values: [personId, wanted.passwordHash, wanted.validHours],
  });
  return personId;
}
