import { visibleRevision } from '@lianban/db/queries/revisions';
import { approve, reject, withdraw } from '@lianban/db/revision/decisions';
import { safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';
import { actorOf } from '../../identity/identity.ts';
import { installationRouteFor } from '../../trpc.ts';

const decisions = { approve, reject, withdraw } as const;

const input = z.object({
  revisionId: z.uuid(),
  decision: z.enum(['approve', 'reject', 'withdraw']),
  remark: safeTextUpTo(500).optional(),
});

/** Approves and applies a revision, refuses it, or takes it back. */
export const decide = installationRouteFor('revision.decide')
  .input(input)
  .output(z.void())
  .mutation(async ({ ctx: { services, identity }, input: { revisionId, decision, remark } }) => {
    const { pool } = services.database;
    await visibleRevision(pool, revisionId, identity.post.province);
    const written = remark?.trim() ?? '';
    const deciding = { revisionId, by: actorOf(identity), remark: written === '' ? null : written };
    await decisions[decision](pool, deciding);
  });
