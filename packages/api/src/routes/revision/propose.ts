import { propose as proposeRevision } from '@lianban/db/revision/proposals';
import { z } from 'zod';
import { actorOf } from '../../identity/identity.ts';
import { installationRouteFor } from '../../trpc.ts';
import { reasonText } from './content.ts';
import { proposedChange } from './change.ts';
import { proposalOf } from './proposal.ts';

const input = z.object({ requestId: z.uuid(), reason: reasonText, change: proposedChange });

/** Proposes to change calendar or rules and previews what that does; the id of the request becomes that of the revision. */
export const propose = installationRouteFor('revision.propose')
  .input(input)
  .output(z.object({ revisionId: z.string() }))
  .mutation(async ({ ctx: { services, identity }, input: { requestId: revisionId, reason, change } }) => {
    const { pool } = services.database;
    const proposal = await proposalOf(pool, change, identity);
    await proposeRevision(pool, { revisionId, proposal, reason: reason.trim(), by: actorOf(identity) });
    return { revisionId };
  });
