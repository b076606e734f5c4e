import { randomUUID } from 'node:crypto';
import { openRemedy } from '@lianban/db/remedy';
import { civilDate, isCivilDate } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import { safeTextUpTo } from '@lianban/domain/safe-text';
import { currentEditionOf } from '@lianban/workflows/procedures/registry';
import { z } from 'zod';
import { actorOf, scopeOf } from '../../identity/identity.ts';
import { routeFor } from '../../trpc.ts';

const input = z.object({
  /** The decided case. */
  caseId: z.uuid(),
  kind: z.enum(['reconsideration', 'lawsuit']),
  /** The day on which it was sought. */
  soughtOn: z.string().refine(isCivilDate, { error: 'No such day', params: { code: 'NO_SUCH_DATE' } }),
  /** Before whom. */
  body: safeTextUpTo(200).min(1),
  claims: safeTextUpTo(4000).min(1),
  requestId: z.uuid(),
});

const output = z.object({ caseId: z.string(), state: z.enum(['recorded', 'recording']) });

/** Enters a remedy against a decided case; it becomes a case of its own. */
export const open = routeFor('remedy.open')
  .input(input)
  .output(output)
  .mutation(async ({ ctx: { services, identity }, input: { caseId: against, soughtOn, body, claims, ...asked } }) => {
    const procedure = currentEditionOf('remedy');
    if (procedure === undefined) throw new LianbanError('INTERNAL', { reason: 'unknown procedure' });
    const { submission } = await openRemedy(services.database.pool, {
      ...{ ...asked, against, soughtOn: civilDate(soughtOn), procedure, caseId: randomUUID() },
      ...{ form: { body, claims }, by: actorOf(identity), scope: scopeOf(identity) },
    });
    const delivery = await services.engine.deliver(submission);
    if (delivery.state === 'refused') throw delivery.refusal;
    return { caseId: submission.caseId, state: delivery.state };
  });
