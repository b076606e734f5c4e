import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../../app/api.ts';

/** The teams of a case and who asked to be left out of it. */
export type CaseTeams = inferOutput<typeof trpc.team.page>;
/** The team of one inspection with its draws. */
export type Team = CaseTeams['teams'][number];
/** One draw. */
export type TeamDraw = Team['draws'][number];
/** Somebody who asked to be left out. */
export type Recusal = CaseTeams['recusals'][number];
/** The pool as a draw now would list it. */
export type Proposal = inferOutput<typeof trpc.team.propose>;
/** Somebody in the pool. */
export type Candidate = Proposal['pool'][number];
