import { randomUUID } from 'node:crypto';
import { receiveRequest } from '@lianban/db/liaison/register';
import { districtOfBody } from '@lianban/db/liaison/units';
import { caseHead } from '@lianban/db/queries/case-page';
import type { Submission } from '@lianban/db/submission';
import { assertNever } from '@lianban/domain/assert-never';
import { LianbanError } from '@lianban/domain/error';
import type { RequestSource } from '@lianban/domain/liaison';
import type { Role } from '@lianban/domain/role';
import { currentEditionOf } from '@lianban/workflows/procedures/registry';
import type { z } from 'zod';
import type { SignedIn } from '../../answering.ts';
import { actorOf, scopeOf } from '../../identity/identity.ts';
import { routeFor } from '../../trpc.ts';
import { requestInput, requestReceipt } from '../../views/liaison.ts';

type Put = z.infer<typeof requestInput>;
type Receipt = z.infer<typeof requestReceipt>;

/**
 * Puts a request to the bureau, or enters one that somebody was told of: a district for itself, an enterprise for itself, a liaison
 * officer for whoever asked, with their own unit as the one that was asked. What waits under its id comes with it. Repeated, the same request gives the same receipt.
 */
export const register = routeFor('liaison.register')
  .input(requestInput)
  .output(requestReceipt)
  .mutation(async ({ ctx, input }) => {
    const put = await requestFrom(ctx, input);
    const { submission } = await receiveRequest(ctx.services.database.pool, put);
    return receiptFor(ctx, submission);
  });

async function requestFrom({ services, identity }: SignedIn, input: Put) {
  const { requestId, district, unit, category, sensitive, creditCode, attachmentIds, ...form } = input;
  const { post } = identity;
  const procedure = currentEditionOf('liaison-request');
  if (procedure === undefined) throw new LianbanError('INTERNAL', { reason: 'unknown procedure' });
  const own = post.enterpriseId === null ? null : await districtOfBody(services.database.pool, post.enterpriseId);
  if (post.role === 'DIST' && own?.id !== district) throw new LianbanError('MALFORMED', { fields: ['district'] });
  return {
    ...{ requestId, caseId: randomUUID(), by: actorOf(identity), province: post.province, procedure },
    ...{ district, category, sensitive, form, source: sourceOf(post.role) },
    // Whoever liaises enters what their unit was asked; what comes from outside goes where it is put.
    unit: post.unitId !== null && post.role !== 'TECH' ? post.unitId : unit,
    requesterId: post.enterpriseId,
    creditCode: post.enterpriseId === null ? creditCode : null,
    ...(attachmentIds.length === 0 ? {} : { attachmentIds: [...attachmentIds].sort() }),
  };
}

const sourceOf = (role: Role): RequestSource =>
  role === 'DIST' ? 'district' : role === 'APP' ? 'enterprise' : 'daily';

async function receiptFor({ services, identity }: SignedIn, submission: Submission): Promise<Receipt> {
  const { caseId, state, refusal } = submission;
  if (refusal !== null) throw new LianbanError(refusal.code, refusal.detail);
  const delivery = state === 'recorded' ? { state } : await services.engine.deliver(submission);
  switch (delivery.state) {
    case 'recorded': {
      const head = await caseHead(services.database.pool, caseId, scopeOf(identity));
      if (head === null) throw new LianbanError('NO_SUCH_CASE', { caseId });
      return { state: 'recorded', caseId, caseNumber: head.number };
    }
    case 'recording':
      return { state: 'recording', caseId };
    case 'refused':
      throw delivery.refusal;
    default:
      return assertNever(delivery);
  }
}
