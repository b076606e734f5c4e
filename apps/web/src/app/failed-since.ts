import type { inferOutput } from '@trpc/tanstack-react-query';
import { queryClient, type trpc } from './api.ts';

/** Attempts on the account since the last sign-in, as the sign-in told of them. */
export type FailedSince = NonNullable<inferOutput<typeof trpc.session.signIn>['failedSince']>;

/** Where they are kept until they have been seen. */
export const failedSinceKey = ['failed-since'] as const;

/** Keeps them for the first page after the sign-in. */
export function keepFailedSince(failed: FailedSince | null): void {
  queryClient.setQueryDefaults(failedSinceKey, { gcTime: Infinity });
  queryClient.setQueryData(failedSinceKey, failed);
}
