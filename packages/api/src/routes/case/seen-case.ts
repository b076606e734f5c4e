import { caseRecord, type CaseRecord } from '@lianban/db/queries/case-page';
import { LianbanError } from '@lianban/domain/error';
import type { SignedIn } from '../../answering.ts';
import { scopeOf } from '../../identity/identity.ts';
import { tellCaseRead } from '../../trail/reads.ts';

/** The record of a case that the caller may see; the trail tells of it where that is a sensitive read. @throws LianbanError NO_SUCH_CASE */
export async function seenCase(caller: SignedIn, caseId: string): Promise<CaseRecord> {
  const record = await caseRecord(caller.services.database.pool, caseId, scopeOf(caller.identity));
  if (record === null) throw new LianbanError('NO_SUCH_CASE', { caseId });
  await tellCaseRead(caller, record);
  return record;
}
