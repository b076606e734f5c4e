import { safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';
import { answerBatch as answerEach } from '../../answering-batch.ts';
import { routeFor } from '../../trpc.ts';
import { batchReceipt } from '../../views/duty.ts';
import { dutyReference } from './reference.ts';

const item = dutyReference.extend({ form: z.record(z.string().max(60), z.unknown()), requestId: z.uuid() });
const input = z.object({ outcome: safeTextUpTo(60).min(1), items: z.array(item).min(1).max(50) });

/** Answers the same step of several cases, each with an opinion of its own. */
export const answerBatch = routeFor('duty.answerBatch')
  .input(input)
  .output(batchReceipt)
  .mutation(({ ctx, input: request }) => answerEach(ctx, request));
