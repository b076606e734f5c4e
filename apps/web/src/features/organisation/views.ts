import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../app/api.ts';

/** The bureau with its units. */
export type Tree = inferOutput<typeof trpc.organisation.tree>;
/** A unit with those in it. */
export type Unit = Tree['units'][number];
/** What is known of somebody. */
export type PersonFile = inferOutput<typeof trpc.organisation.person>;
/** A post of theirs. */
export type Post = PersonFile['posts'][number];
/** An enterprise with those who act for it. */
export type Enterprise = inferOutput<typeof trpc.organisation.enterprises>['rows'][number];
/** Somebody in a pool. */
export type Member = inferOutput<typeof trpc.organisation.pool>[number];
/** A certificate of theirs. */
export type Qualification = Member['qualifications'][number];
/** A one-time password. */
export type GivenPassword = Pick<inferOutput<typeof trpc.organisation.addPerson>, 'user' | 'password' | 'validHours'>;
