import { removeAttachment } from '@lianban/db/attachments/of-draft';
import { z } from 'zod';
import { routeFor } from '../../trpc.ts';
import { registrarOf } from './registrar.ts';

/** Throws a file away that waits for a draft, a duty or a request; what was submitted stays. */
export const remove = routeFor('attachment.remove')
  .input(z.object({ attachmentId: z.uuid() }))
  .output(z.object({ ok: z.literal(true) }))
  .mutation(async ({ ctx: { services, identity }, input }) => {
    await removeAttachment(services.database.pool, input.attachmentId, registrarOf(identity));
    return { ok: true } as const;
  });
