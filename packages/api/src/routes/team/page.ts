import { z } from 'zod';
import { routeFor } from '../../trpc.ts';
import { caseTeamsView } from '../../views/team.ts';
import { shownTeams } from './shown-teams.ts';

/** The teams of a case with their draws, and who asked to be left out of it. */
export const page = routeFor('team.page')
  .input(z.object({ caseId: z.uuid() }))
  .output(caseTeamsView)
  .query(({ ctx, input }) => shownTeams(ctx, input.caseId));
