import { LianbanError } from '@lianban/domain/error';
import { mayReassign, type InvolvementKind } from '@lianban/domain/involvement';
import type { Pool } from 'pg';
import { select, selectFirst } from '../queryable.ts';
import { involving, noteInvolving, requireHolder, type InvolveReach } from './involving.ts';
import { tellNews } from './news.ts';
import { closeSheet, settleSheet, standingSheet } from './sheet.ts';

interface Asked {
  readonly kind: InvolvementKind;
  readonly state: string;
  readonly by: string;
  readonly name: string;
}

/**
 * Takes back what nobody has answered yet: a delegation is called back, a signature taken off (减签). By whoever asked, or whoever
 * holds the duty now.
 * @throws LianbanError NOT_ASKED, NOT_CLAIMED, REQUEST_CLOSED, and what `involving` refuses.
 */
export const takeBack = (
  pool: Pool,
  reach: InvolveReach,
  { involvementId, reason }: { readonly involvementId: string; readonly reason: string },
): Promise<void> =>
  involving(pool, reach, async (of) => {
    const { client, now, actor } = of;
    const asked = await selectFirst<Asked>(client, {
      text: `SELECT kind, state, by_person_id AS by, person_name AS name FROM involvement WHERE id = $1 AND case_id = $2 AND key = $3`,
      values: [involvementId, reach.caseId, reach.duty],
    });
    if (asked === undefined) throw new LianbanError('NOT_ASKED');
    if (asked.by !== reach.by.personId) requireHolder(of);
    if (asked.state !== 'open' && asked.state !== 'vacant')
      throw new LianbanError('REQUEST_CLOSED', { state: asked.state });
    await select(client, {
      text: `UPDATE involvement SET state = 'takenBack', closed_at = $2, closed_by_name = $3, closed_reason = $4, closed_by_principal_name = $5 WHERE id = $1`,
      values: [involvementId, now, actor.name, reason, actor.principal],
    });
    const settled = asked.kind === 'sign' ? await settleSheet(client, { ...reach, at: now }) : null;
    await noteInvolving(of, 'duty.takeBack', {
      involvement: involvementId,
      kind: asked.kind,
      from: asked.name,
      reason,
      settled,
    });
    await tellNews(client, [{ involvementId, news: 'takenBack', to: 'asked' }], { at: now, except: reach.by.postId });
  });

/**
 * Takes the whole sheet away: whoever holds the duty while nobody has signed, a superior also afterwards, so that two who never
 * agree do not keep a duty from being done.
 * @throws LianbanError NOT_ASKED when none stands, NOT_CLAIMED, REQUEST_CLOSED when it has been signed.
 */
export const liftSheet = (pool: Pool, reach: InvolveReach, { reason }: { readonly reason: string }): Promise<void> =>
  involving(pool, reach, async (of) => {
    const { client, now, actor } = of;
    const sheet = await standingSheet(client, reach.caseId, reach.duty);
    if (sheet === undefined) throw new LianbanError('NOT_ASKED');
    const isSuperior = mayReassign({ role: reach.by.role, unitId: actor.unitId }, of);
    if (!isSuperior) requireHolder(of);
    if (!isSuperior && sheet.signatories.some(({ verdict }) => verdict !== null))
      throw new LianbanError('REQUEST_CLOSED', { state: 'answered' });
    await closeSheet(client, sheet.id, { at: now, by: actor, reason });
    await noteInvolving(of, 'duty.liftSheet', { sheet: sheet.id, reason });
    const open = sheet.signatories.filter(({ state }) => state === 'open');
    const tellings = open.map(({ id }) => ({ involvementId: id, news: 'takenBack', to: 'asked' }) as const);
    await tellNews(client, tellings, { at: now, except: reach.by.postId });
  });
