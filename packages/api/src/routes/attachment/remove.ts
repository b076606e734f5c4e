import { removeAttachment } from '@lianban/db/attachments/of-draft';
import { z } from 'zod';
import { routeFor } from '../../trpc.ts';
import { applicantOf } from '../application/applicant.ts';

/** Throws a file of a draft away; what was submitted stays. */
export const remove = routeFor('attachment.remove')
  .input(z.object({ attachmentId: z.uuid() }))
  .output(z.object({ ok: z.literal(true) }))
  .mutation(async ({ ctx: { services, identity }, input }) => {
    await removeAttachment(services.database.pool, input.attachmentId, applicantOf(identity).enterpriseId);
    return { ok: true } as const;
  });
