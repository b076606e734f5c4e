import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../app/api.ts';

/** A request to be let into a secret case. */
export type AccessView = inferOutput<typeof trpc.emergency.list>[number];
