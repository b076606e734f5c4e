import { routeFor } from '../../trpc.ts';
import { dutyView } from '../../views/duty.ts';
import { dutyReference } from './reference.ts';
import { shownDuty } from './shown-duty.ts';

/** An open duty or right with everything needed to act on it. */
export const open = routeFor('duty.open')
  .input(dutyReference)
  .output(dutyView)
  .query(({ ctx, input }) => shownDuty(ctx, input));
