import { LianbanError } from '@lianban/domain/error';
import { accessState, mayEndAccess } from '@lianban/domain/secrecy';
import type { Pool } from 'pg';
import { NOTICE_CHANNEL, type AccessNotice } from '../notice.ts';
import { select } from '../queryable.ts';
import { noteAccessToCase, type AccessAct } from './note.ts';
import { detailOf, withRequest, type ReachedRequest } from './request.ts';

/**
 * Ends an access that runs, at once, and tells the pages of whoever had it.
 * @throws LianbanError NO_SUCH_REQUEST, REQUEST_DECIDED when it does not run, FORBIDDEN for whoever may not.
 */
export const endAccess = (pool: Pool, { asker, id }: ReachedRequest): Promise<void> =>
  withRequest(pool, { asker, id }, async (client, { row, now }) => {
    if (!mayEndAccess({ personId: row.askedBy, role: row.askedRole }, asker.by)) throw new LianbanError('FORBIDDEN');
    const state = accessState(row, now);
    if (state !== 'running') throw new LianbanError('REQUEST_DECIDED', { state });
    // The entry comes first: whoever ends their own access sees the chain of the case no longer.
    const act: AccessAct = { action: 'emergency.end', at: now, detail: { ...detailOf(row), to: now } };
    await noteAccessToCase(client, asker, { caseId: row.caseId, act });
    await select(client, {
      name: 'access-end',
      text: 'UPDATE emergency_access SET ended_at = $2, ended_by = $3, ended_who = $4 WHERE id = $1',
      values: [id, now, asker.by.personId, JSON.stringify(asker.who)],
    });
    if (row.caseId === null) return;
    const notice: AccessNotice = { accessOf: row.askedBy, accessEnded: row.caseId };
    await select(client, { text: 'SELECT pg_notify($1, $2)', values: [NOTICE_CHANNEL, JSON.stringify(notice)] });
  });
