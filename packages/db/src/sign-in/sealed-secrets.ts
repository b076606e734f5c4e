import type { Pool, PoolClient } from 'pg';
import { select, selectFirst, type Queryable } from '../queryable.ts';
import { inTransaction } from '../transaction.ts';
import type { SealedSecret } from './change-factor.ts';

/** A sealed secret with whom it was sealed for. */
export interface OwnedSecret extends SealedSecret {
  readonly personId: string;
}

/** The names of the keys with which anything is sealed. */
export const keysInUse = async (db: Queryable): Promise<readonly string[]> =>
  (
    await select<{ keyId: string }>(db, { text: 'SELECT DISTINCT key_id AS "keyId" FROM second_factor ORDER BY 1' })
  ).map(({ keyId }) => keyId);

const NEXT = `SELECT person_id AS "personId", secret, key_id AS "keyId" FROM second_factor WHERE key_id <> $1
  ORDER BY person_id LIMIT 1 FOR UPDATE`;

/** Seals every secret anew that is not sealed by `keyId`, one at a time; what was only offered is forgotten. Gives how many there were. */
export async function resealAll(
  pool: Pool,
  keyId: string,
  reseal: (owned: OwnedSecret) => SealedSecret,
): Promise<number> {
  const one = (client: PoolClient): Promise<boolean> => resealNext(client, keyId, reseal);
  await select(pool, { text: 'DELETE FROM offered_factor WHERE key_id <> $1', values: [keyId] });
  let count = 0;
  while (await inTransaction<boolean>(pool, '', one)) count += 1;
  return count;
}

async function resealNext(
  client: PoolClient,
  keyId: string,
  reseal: (owned: OwnedSecret) => SealedSecret,
): Promise<boolean> {
  const owned = await selectFirst<OwnedSecret>(client, { text: NEXT, values: [keyId] });
  if (owned === undefined) return false;
  const sealed = reseal(owned);
  const text = 'UPDATE second_factor SET secret = $2, key_id = $3 WHERE person_id = $1';
  await select(client, { text, values: [owned.personId, sealed.secret, sealed.keyId] });
  return true;
}
