import { urge as urgeOwner } from '@lianban/db/urge';
import { safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';
import { actorOf, scopeOf } from '../../identity/identity.ts';
import { routeFor } from '../../trpc.ts';
import { urgedView } from '../../views/supervise.ts';
import { dutyReference } from '../duty/reference.ts';

const input = dutyReference.extend({ requestId: z.uuid(), reason: safeTextUpTo(200).optional() });

/** Urges whoever owes an open duty of the agency (催办). */
export const urge = routeFor('supervise.urge')
  .input(input)
  .output(urgedView)
  .mutation(({ ctx: { services, identity }, input: { reason, ...asked } }) => {
    const written = reason?.trim() ?? '';
    const by = actorOf(identity);
    return urgeOwner(services.database.pool, {
      ...asked,
      by,
      scope: scopeOf(identity),
      reason: written === '' ? null : written,
    });
  });
