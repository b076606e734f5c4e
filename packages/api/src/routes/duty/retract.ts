import { safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';
import { retractAct } from '../../retracting.ts';
import { routeFor } from '../../trpc.ts';
import { answerReceipt } from '../../views/duty.ts';
import { dutyReference } from './reference.ts';

const input = dutyReference.extend({
  version: z.number().int().min(1),
  reason: safeTextUpTo(200).trim().min(1),
  requestId: z.uuid(),
});

/** Takes back what one has done oneself, as long as nobody has gone on from it. */
export const retract = routeFor('duty.retract')
  .input(input)
  .output(answerReceipt)
  .mutation(({ ctx, input: request }) => retractAct(ctx, request));
