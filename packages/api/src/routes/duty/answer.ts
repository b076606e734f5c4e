import { mostAttachments } from '@lianban/domain/attachment';
import { safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';
import { answerDuty } from '../../answering.ts';
import { routeFor } from '../../trpc.ts';
import { answerReceipt } from '../../views/duty.ts';
import { dutyReference } from './reference.ts';

const input = dutyReference.extend({
  outcome: safeTextUpTo(60).min(1),
  form: z.record(z.string().max(60), z.unknown()),
  requestId: z.uuid(),
  /** Files of the applicant that wait for the duty. */
  attachmentIds: z.array(z.uuid()).max(mostAttachments.value).default([]),
});

/** Answers a duty, or exercises a right, with one of its buttons. */
export const answer = routeFor('duty.answer')
  .input(input)
  .output(answerReceipt)
  .mutation(({ ctx, input: request }) => answerDuty(ctx, request));
