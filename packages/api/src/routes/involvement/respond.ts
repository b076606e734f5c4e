import { respond as say } from '@lianban/db/involvement/respond';
import { LianbanError } from '@lianban/domain/error';
import { safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';
import { routeFor } from '../../trpc.ts';
import { done, DONE, opinion, requestOnDuty } from './inputs.ts';
import { seenDuty } from './seen-duty.ts';

const input = requestOnDuty.extend({
  involvementId: z.uuid(),
  verdict: z.enum(['agree', 'disagree']).nullable().default(null),
  outcome: safeTextUpTo(60).min(1).nullable().default(null),
  opinion,
});

/** Gives the opinion or the signature that one is asked for. */
export const respond = routeFor('involvement.respond')
  .input(input)
  .output(done)
  .mutation(async ({ ctx, input: { caseId, duty, ...response } }) => {
    const { reach, spec } = await seenDuty(ctx, { caseId, duty });
    const { outcome } = response;
    if (outcome !== null && !Object.hasOwn(spec.outcomes, outcome))
      throw new LianbanError('OUTCOME_UNAVAILABLE', { outcome });
    await say(ctx.services.database.pool, reach, response);
    return DONE;
  });
