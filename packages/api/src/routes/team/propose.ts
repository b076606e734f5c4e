import { proposeTeam } from '@lianban/db/team/proposal';
import { presently } from '../../presentation/as-of.ts';
import { routeFor } from '../../trpc.ts';
import { proposalView } from '../../views/team.ts';
import { dutyReference } from '../duty/reference.ts';
import { arrangedDuty } from './arranged-duty.ts';

/** The pool of inspectors as a draw today would list it: who can be drawn, and why the others cannot. */
export const propose = routeFor('team.propose')
  .input(dutyReference)
  .output(proposalView)
  .query(async ({ ctx, input }) => {
    const { pool } = ctx.services.database;
    const { duty, barred } = await arrangedDuty(ctx, input);
    const { today } = await presently(pool, duty.province);
    return proposeTeam(pool, duty, { barred, on: today });
  });
