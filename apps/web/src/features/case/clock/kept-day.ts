import type { ClockView } from '../views.ts';

type Kept = NonNullable<ClockView['deadline']['why']>['kept'];

/** A clock as far as its last day goes. */
interface Ending extends Pick<ClockView, 'stoppedOn'> {
  readonly deadline: Pick<ClockView['deadline'], 'on'> & { readonly why: { readonly kept: Kept } | null };
}

/** The day that stands although the count ends earlier; null where the count holds, nobody knows the day, or the clock has ended. */
export const keptDay = ({ stoppedOn, deadline }: Ending): Kept =>
  stoppedOn === null && deadline.on !== null ? (deadline.why?.kept ?? null) : null;
