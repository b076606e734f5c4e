import { unownedOn } from '@lianban/db/organisation/unowned';
import { civilDateOf, instant } from '@lianban/domain/civil-date';
import { z } from 'zod';
import { installationRouteFor } from '../../trpc.ts';
import { unownedView } from '../../views/organisation.ts';

/** Open duties of one's province that nobody could do today. */
export const unowned = installationRouteFor('organisation.unowned')
  .input(z.void())
  .output(unownedView)
  .query(({ ctx: { services, identity } }) =>
    unownedOn(services.database.pool, civilDateOf(instant(Date.now())), identity.post.province),
  );
