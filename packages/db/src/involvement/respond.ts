import { signableNow, type Verdict } from '@lianban/domain/countersign';
import { LianbanError } from '@lianban/domain/error';
import type { InvolvementKind } from '@lianban/domain/involvement';
import type { Pool } from 'pg';
import { select, selectFirst } from '../queryable.ts';
import { involving, noteInvolving, type Involving, type InvolveReach } from './involving.ts';
import { tellNews } from './news.ts';
import { settleSheet, standingSheet } from './sheet.ts';

/** What somebody says who was asked. */
export interface Response {
  readonly requestId: string;
  readonly involvementId: string;
  /** 同意 or 不同意, of a signature; null for an opinion. */
  readonly verdict: Verdict | null;
  /** The button that whoever prepared it proposes; null for none. */
  readonly outcome: string | null;
  readonly opinion: string;
}

interface Request {
  readonly kind: InvolvementKind;
  readonly state: string;
  readonly answerRequestId: string | null;
  readonly sheetId: string | null;
}

/** The request, if it was made to whoever acts, in this post. @throws LianbanError NOT_ASKED */
async function ownRequest({ client, reach }: Involving, involvementId: string): Promise<Request> {
  const found = await selectFirst<Request>(client, {
    name: 'involvement-own',
    text: `SELECT kind, state, answer_request_id AS "answerRequestId", sheet_id AS "sheetId" FROM involvement
      WHERE id = $1 AND case_id = $2 AND key = $3 AND post_id = $4`,
    values: [involvementId, reach.caseId, reach.duty, reach.by.postId],
  });
  if (found === undefined) throw new LianbanError('NOT_ASKED');
  return found;
}

/**
 * Gives an opinion or a signature that one is asked for. The last signature that a sheet needs decides it.
 * @throws LianbanError NOT_ASKED, REQUEST_CLOSED, NOT_YOUR_TURN naming who signs first, MALFORMED for a signature without a
 * verdict, and what `involving` refuses.
 */
export const respond = (pool: Pool, reach: InvolveReach, response: Response): Promise<void> =>
  involving(pool, reach, async (of) => {
    const { involvementId, requestId, verdict, outcome, opinion } = response;
    const request = await ownRequest(of, involvementId);
    if (request.answerRequestId === requestId) return;
    if (request.state !== 'open') throw new LianbanError('REQUEST_CLOSED', { state: request.state });
    if ((request.kind === 'sign') !== (verdict !== null)) throw new LianbanError('MALFORMED', { fields: ['verdict'] });
    if (request.kind === 'sign') await requireTurn(of, involvementId);
    await select(of.client, {
      name: 'involvement-respond',
      text: `UPDATE involvement SET state = 'answered', verdict = $2, outcome = $3, opinion = $4, answer_request_id = $5, closed_at = $6 WHERE id = $1`,
      values: [involvementId, verdict, outcome, opinion, requestId, of.now],
    });
    const settled = request.kind === 'sign' ? await settleSheet(of.client, { ...reach, at: of.now }) : null;
    await noteInvolving(of, 'duty.respond', {
      involvement: involvementId,
      kind: request.kind,
      verdict,
      outcome,
      requestId,
    });
    const news = settled === 'agreed' || settled === 'refused' ? settled : 'answered';
    await tellNews(of.client, [{ involvementId, news, to: 'owner' }], { at: of.now, except: reach.by.postId });
  });

/** @throws LianbanError NOT_YOUR_TURN, unless it is the turn of whoever acts by the rule of the sheet. */
async function requireTurn({ client, reach }: Involving, involvementId: string): Promise<void> {
  const sheet = await standingSheet(client, reach.caseId, reach.duty);
  const next = sheet === undefined ? [] : signableNow(sheet.rule, sheet.signatories);
  if (next.some(({ id }) => id === involvementId)) return;
  throw new LianbanError('NOT_YOUR_TURN', { next: next.map(({ name }) => name) });
}
