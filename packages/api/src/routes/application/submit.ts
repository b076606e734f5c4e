import { z } from 'zod';
import { routeFor } from '../../trpc.ts';
import { applicationReceipt } from '../../views/application.ts';
import { submitDraft } from './submission.ts';

/** Turns a draft into an application; repeated, the same request gives the same receipt. */
export const submit = routeFor('application.submit')
  .input(z.object({ draftId: z.uuid(), requestId: z.uuid() }))
  .output(applicationReceipt)
  .mutation(async ({ ctx, input }) => submitDraft(ctx, input));
