import type { CivilDate } from '@lianban/domain/civil-date';
import { lightOf, workingDaysLeft } from '@lianban/domain/light';
import type { Deadline } from '@lianban/db/queries/duty-columns';
import type { z } from 'zod';
import type { deadlineView as schema } from '../views/basics.ts';
import type { AsOf } from './as-of.ts';
import type { WhyView } from './why.ts';

/** A last day with light and days left, as it is shown. */
export type DeadlineView = z.infer<typeof schema>;
/** A deadline in a list, where the reasons are a click away. */
export type BriefDeadline = Omit<DeadlineView, 'why' | 'on'> & { readonly on: CivilDate | null };

/** Day, days left and light as of now; red from the first late instant on. */
export function briefDeadline({ dueOn, dueAt, provisional, clockStopped }: Deadline, asOf: AsOf): BriefDeadline {
  const left = workingDaysLeft(dueOn, asOf.today, asOf.calendar);
  const late = dueAt !== null && dueAt <= asOf.now;
  return {
    on: dueOn,
    at: dueAt,
    provisional,
    clockStopped,
    light: late ? 'red' : lightOf(left),
    workingDaysLeft: left,
  };
}

/** A deadline with its reasons. */
export const deadlineWithWhy = (deadline: Deadline, why: WhyView | null, asOf: AsOf): DeadlineView => ({
  ...briefDeadline(deadline, asOf),
  why,
});
