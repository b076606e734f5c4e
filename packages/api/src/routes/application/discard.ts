import { discardDraft } from '@lianban/db/drafts';
import { z } from 'zod';
import { routeFor } from '../../trpc.ts';
import { applicantOf } from './applicant.ts';

/** Throws a draft away; nothing happens when it is gone or another enterprise's. */
export const discard = routeFor('application.discard')
  .input(z.object({ draftId: z.uuid() }))
  .output(z.object({ ok: z.literal(true) }))
  .mutation(async ({ ctx: { services, identity }, input }) => {
    await discardDraft(services.database.pool, input.draftId, applicantOf(identity).enterpriseId);
    return { ok: true } as const;
  });
