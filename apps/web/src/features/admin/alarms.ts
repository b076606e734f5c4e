import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../app/api.ts';

/** Something an administrator must look at, or had to. */
export type AlarmRow = inferOutput<typeof trpc.admin.operations>['alarms'][number];

/** Alarms that are open and those that are over, each in the order given. */
export const splitAlarms = (
  alarms: readonly AlarmRow[],
): { readonly open: readonly AlarmRow[]; readonly resolved: readonly AlarmRow[] } => ({
  open: alarms.filter(({ resolvedAt }) => resolvedAt === null),
  resolved: alarms.filter(({ resolvedAt }) => resolvedAt !== null),
});
