import { noteReveal } from '@lianban/db/reveal';
import { LianbanError } from '@lianban/domain/error';
import { contactFields } from '@lianban/domain/personal';
import { z } from 'zod';
import { revealedOf } from '../../presentation/contacts.ts';
import { routeFor } from '../../trpc.ts';
import { askerOf } from '../../trail/asker.ts';
import { writtenReason } from '../written-reason.ts';
import { seenCase } from './seen-case.ts';

const input = z.object({ caseId: z.uuid(), field: z.enum(contactFields), reason: writtenReason.optional() });

/** One masked datum of one case, whole; the trail tells of it before it is given. */
export const reveal = routeFor('case.reveal')
  .input(input)
  .output(z.object({ value: z.string() }))
  .mutation(async ({ ctx, input: { caseId, field, reason } }) => {
    const { services, identity } = ctx;
    const revealed = revealedOf(await seenCase(ctx, caseId), field, identity);
    if (revealed === null) throw new LianbanError('FORBIDDEN', { role: identity.post.role });
    if (revealed.needsReason && reason === undefined) throw new LianbanError('REASON_NEEDED');
    await noteReveal(services.database.pool, askerOf(identity), { caseId, field, reason: reason ?? null });
    return { value: revealed.value };
  });
