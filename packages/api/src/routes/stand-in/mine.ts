import { delegablePosts, delegations } from '@lianban/db/stand-in/list';
import { z } from 'zod';
import { delegationView, inPostView, procedureChoices } from '../../presentation/stand-in.ts';
import { installationRouteFor } from '../../trpc.ts';
import { standInsView } from '../../views/stand-in.ts';

/** One's own absences, and those in which one stands in for somebody. */
export const mine = installationRouteFor('standIn.mine')
  .input(z.void())
  .output(standInsView)
  .query(async ({ ctx: { services, identity } }) => {
    const { pool } = services.database;
    const [personId, province] = [identity.person.id, identity.post.province];
    const [posts, asPrincipal, asDeputy] = await Promise.all([
      delegablePosts(pool, { personId, province }),
      delegations(pool, { principalId: personId }),
      delegations(pool, { deputyId: personId }),
    ]);
    const [own, others] = [asPrincipal.map(delegationView), asDeputy.map(delegationView)];
    return { posts: posts.map(inPostView), procedures: procedureChoices(), asPrincipal: own, asDeputy: others };
  });
