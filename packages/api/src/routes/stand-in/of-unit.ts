import { delegablePosts, delegations } from '@lianban/db/stand-in/list';
import { z } from 'zod';
import { delegationView, inPostView } from '../../presentation/stand-in.ts';
import { installationRouteFor } from '../../trpc.ts';
import { absencesView } from '../../views/stand-in.ts';

/** Who is away among those one answers for: the own section, or for the leaders the whole bureau. */
export const ofUnit = installationRouteFor('standIn.ofUnit')
  .input(z.void())
  .output(absencesView)
  .query(async ({ ctx: { services, identity } }) => {
    const { pool } = services.database;
    const { role, province, unitId } = identity.post;
    const unit = role === 'SEC' && unitId !== null ? { unitId } : {};
    const [posts, rows] = await Promise.all([
      delegablePosts(pool, { province, ...unit }),
      delegations(pool, { province, ...unit }),
    ]);
    return { posts: posts.map(inPostView), rows: rows.map(delegationView) };
  });
