import { declareInterest } from '@lianban/db/separation/interests';
import { z } from 'zod';
import { actorOf } from '../../identity/identity.ts';
import { routeFor } from '../../trpc.ts';
import { interest } from './inputs.ts';

/** Declares an interest of the caller (回避申报); only an administrator ends it. */
export const declare = routeFor('interest.declare')
  .input(z.object(interest))
  .output(z.void())
  .mutation(({ ctx: { services, identity }, input }) =>
    declareInterest(services.database.pool, { by: actorOf(identity), province: identity.post.province }, input),
  );
