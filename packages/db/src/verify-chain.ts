import type { Pool } from 'pg';
import { caseStream } from './audit.ts';
import type { ChainBreak } from './verification/chain-break.ts';
import { verifyRecord } from './verification/verify-record.ts';

/** Breaks of one stream of the trail; of a case, of its ledger too. */
export async function verifyStream({ options }: Pool, stream: string): Promise<readonly ChainBreak[]> {
  const found: ChainBreak[] = [];
  await verifyRecord(options.connectionString ?? '', (broken) => found.push(broken), { stream, since: null });
  return found;
}

/** Breaks of the ledger of a case and of its stream of the trail. */
export const verifyCase = (pool: Pool, caseId: string): Promise<readonly ChainBreak[]> =>
  verifyStream(pool, caseStream(caseId));
