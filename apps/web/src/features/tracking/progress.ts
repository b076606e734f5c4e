import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../app/api.ts';

/** The public answer. */
export type TrackingView = inferOutput<typeof trpc.case.track>;

/** Who has to act now: the enterprise, the bureau, nobody while the clock stands still, or nobody any more. */
export type Holder = 'enterprise' | 'agency' | 'stopped' | 'closed';

/** Who holds the ball, from the open step and its deadline. */
export function holderOf({ state, where, deadline }: Pick<TrackingView, 'state' | 'where' | 'deadline'>): Holder {
  if (state === 'closed') return 'closed';
  if (where?.role === 'APP') return 'enterprise';
  return deadline?.clockStopped ? 'stopped' : 'agency';
}

/** Share of the longer side, in percent, for bars drawn to one scale; nothing used is nothing drawn. */
export function shares(days: readonly number[]): readonly number[] {
  const longest = Math.max(0, ...days);
  return days.map((used) => (longest === 0 ? 0 : Math.round((used / longest) * 100)));
}
