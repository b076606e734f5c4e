import { interestsOf } from '@lianban/db/separation/interests';
import { z } from 'zod';
import { routeFor } from '../../trpc.ts';
import { interestsView } from '../../views/interest.ts';

/** The caller's own interests, with what was written beside them. */
export const list = routeFor('interest.list')
  .input(z.void())
  .output(interestsView)
  .query(({ ctx: { services, identity } }) => interestsOf(services.database.pool, identity.person.id));
