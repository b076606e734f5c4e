import { drawFor } from '@lianban/db/team/draw';
import { safeTextUpTo } from '@lianban/domain/safe-text';
import { actorOf } from '../../identity/identity.ts';
import { routeFor } from '../../trpc.ts';
import { caseTeamsView } from '../../views/team.ts';
import { dutyReference } from '../duty/reference.ts';
import { arrangedDuty } from './arranged-duty.ts';
import { shownTeams } from './shown-teams.ts';

/** Has the team of an inspection drawn, or filled up with a reason. */
export const draw = routeFor('team.draw')
  .input(dutyReference.extend({ reason: safeTextUpTo(200).optional() }))
  .output(caseTeamsView)
  .mutation(async ({ ctx, input: { caseId, duty, reason = '' } }) => {
    const { barred } = await arrangedDuty(ctx, { caseId, duty });
    const written = reason.trim() === '' ? null : reason.trim();
    await drawFor(ctx.services.database.pool, { caseId, duty, by: actorOf(ctx.identity), reason: written, barred });
    return shownTeams(ctx, caseId);
  });
