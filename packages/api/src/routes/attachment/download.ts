import { contentOf, openAttachment } from '@lianban/db/attachments/of-case';
import { LianbanError } from '@lianban/domain/error';
import { z } from 'zod';
import { scopeOf } from '../../identity/identity.ts';
import { tellFileRead } from '../../trail/reads.ts';
import { routeFor } from '../../trpc.ts';
import { mediaTypeView } from '../../views/attachment.ts';

/** A file with its content; the trail tells of it first where that is a sensitive read. */
export const download = routeFor('attachment.download')
  .input(z.object({ attachmentId: z.uuid() }))
  .output(z.object({ name: z.string(), mediaType: mediaTypeView, bytes: z.instanceof(Buffer) }))
  .query(async ({ ctx, input: { attachmentId } }) => {
    const { pool } = ctx.services.database;
    const file = await openAttachment(pool, attachmentId, scopeOf(ctx.identity));
    if (file === null) throw new LianbanError('NO_SUCH_ATTACHMENT', { attachmentId });
    await tellFileRead(ctx, file);
    return { name: file.name, mediaType: file.mediaType, bytes: await contentOf(pool, attachmentId) };
  });
