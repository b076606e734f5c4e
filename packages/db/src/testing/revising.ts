import { randomUUID } from 'node:crypto';
import type { Proposal } from '@lianban/domain/revision';
import type { Pool } from 'pg';
import { approve } from '../revision/decisions.ts';
import { propose } from '../revision/proposals.ts';
import { actorOf } from './recorded-case.ts';

const REASON = '临时停止办公';

/** Has the first administrator propose it. Gives the revision. */
export async function proposed(pool: Pool, proposal: Proposal, reason = REASON): Promise<string> {
  const revisionId = randomUUID();
  await propose(pool, { revisionId, proposal, reason, by: actorOf('ADM') });
  return revisionId;
}

/** Has the first administrator propose it and the second approve it. Gives the revision. */
export async function approved(pool: Pool, proposal: Proposal, reason = REASON): Promise<string> {
  const revisionId = await proposed(pool, proposal, reason);
  await approve(pool, { revisionId, by: actorOf('ADM', 1), remark: null });
  return revisionId;
}
