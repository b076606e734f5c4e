import type { Pool } from 'pg';
import { RecordedCase } from './recorded-case.ts';

/** A case of the drugstore whose licence was served, so that its verification is open. */
export async function supervisedCase(pool: Pool): Promise<RecordedCase> {
  const life = await RecordedCase.open(pool);
  await life.answer('intake', 'accept');
  await life.answer('propose', 'proposeGrant');
  await life.answer('decide', 'grant');
  await life.answer('deliver', 'delivered');
  return life;
}
