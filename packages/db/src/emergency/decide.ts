import { LianbanError } from '@lianban/domain/error';
import { accessState, mayDecideAccess } from '@lianban/domain/secrecy';
import type { Pool } from 'pg';
import { select } from '../queryable.ts';
import { noteAccessToCase, type AccessAct } from './note.ts';
import { detailOf, withRequest, type ReachedRequest } from './request.ts';

/** What a second person says to a request; null lets in, a text says why not. */
export interface AccessDecision extends ReachedRequest {
  readonly refusal: string | null;
}

/**
 * Lets somebody in until the end that they asked for, or refuses it. Both names, reason, start and end stand in the trail of
 * whoever decides, and in that of the case where there is one.
 * @throws LianbanError NO_SUCH_REQUEST, REQUEST_DECIDED, and SEPARATION for anybody but the second person who decides.
 */
export const decideAccess = (pool: Pool, { asker, id, refusal }: AccessDecision): Promise<void> =>
  withRequest(pool, { asker, id }, async (client, { row, caseId, now }) => {
    if (!mayDecideAccess({ personId: row.askedBy, role: row.askedRole }, asker.by))
      throw new LianbanError('SEPARATION', { step: 'emergency' });
    const state = accessState(row, now);
    if (state !== 'asked') throw new LianbanError('REQUEST_DECIDED', { state });
    const isReleased = refusal === null;
    const opened = isReleased ? caseId : null;
    await select(client, {
      name: 'access-decide',
      text: `UPDATE emergency_access SET decided_at = $2, decided_by = $3, decided_who = $4, released = $5, remark = $6, case_id = $7 WHERE id = $1`,
      values: [id, now, asker.by.personId, JSON.stringify(asker.who), isReleased, refusal, opened],
    });
    const act: AccessAct = {
      ...{ action: isReleased ? 'emergency.release' : 'emergency.refuse', at: now },
      detail: { ...detailOf(row), ...(isReleased ? { from: now } : { refusal }) },
    };
    await noteAccessToCase(client, asker, { caseId: opened, act });
  });
