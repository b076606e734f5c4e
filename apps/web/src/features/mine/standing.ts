import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../app/api.ts';

/** An own case in a list. */
export type CaseRow = inferOutput<typeof trpc.application.list>['rows'][number];
/** An own duty. */
export type DutyRow = inferOutput<typeof trpc.duty.inbox>['rows'][number];

/** Who holds the ball on a case. */
export type Ball = 'you' | 'agency' | 'stopped';

type Step = CaseRow['steps'][number];

/** Who has to act: the reader, the bureau, or nobody while the clock stands still. */
export function ballOf(step: Pick<Step, 'owner' | 'deadline'>): Ball {
  if (step.owner.role === 'APP') return 'you';
  return step.deadline.clockStopped ? 'stopped' : 'agency';
}

/** How many cases wait for the reader. */
export const waitingForYou = (rows: readonly CaseRow[]): number =>
  rows.filter(({ steps }) => steps.some((step) => ballOf(step) === 'you')).length;

/** Earliest day among deadlines, past ones included; null when none has a day. */
export const earliestDay = (rows: readonly { readonly deadline: { readonly on: string | null } }[]): string | null =>
  rows
    .map(({ deadline }) => deadline.on)
    .reduce((first, on) => (on !== null && (first === null || on < first) ? on : first), null);

/** How many deadlines have passed. */
export const overdueCount = (rows: readonly Pick<DutyRow, 'deadline'>[]): number =>
  rows.filter(({ deadline }) => deadline.light === 'red').length;

const dayMs = 86_400_000;

/** Calendar days from `today` until `on`; negative when past. */
export const calendarDaysLeft = (today: string, on: string): number =>
  Math.round((Date.parse(`${on}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / dayMs);
