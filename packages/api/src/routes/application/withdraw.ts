import { z } from 'zod';
import { answerDuty } from '../../answering.ts';
import { routeFor } from '../../trpc.ts';
import { answerReceipt } from '../../views/duty.ts';

/** Both procedures open the right once and beside the main line, so its key and its only button are its name. */
const WITHDRAW = 'withdraw';

/** Exercises the open right to withdraw an application. */
export const withdraw = routeFor('application.withdraw')
  .input(z.object({ caseId: z.uuid(), requestId: z.uuid(), form: z.record(z.string().max(60), z.unknown()) }))
  .output(answerReceipt)
  .mutation(async ({ ctx, input }) => answerDuty(ctx, { ...input, duty: WITHDRAW, outcome: WITHDRAW }));
