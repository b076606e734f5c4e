import { caseRecord, type CaseRecord } from '@lianban/db/queries/case-page';
import { LianbanError } from '@lianban/domain/error';
import type { SignedIn } from '../../answering.ts';
import { scopeOf } from '../../identity/identity.ts';

/** The record of a case that the caller may see. @throws LianbanError NO_SUCH_CASE */
export async function seenCase({ services, identity }: SignedIn, caseId: string): Promise<CaseRecord> {
  const record = await caseRecord(services.database.pool, caseId, scopeOf(identity));
  if (record === null) throw new LianbanError('NO_SUCH_CASE', { caseId });
  return record;
}
