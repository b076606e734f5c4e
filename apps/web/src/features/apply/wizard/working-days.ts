/** A day of the calendar, as far as counting needs it. */
interface CalendarDay {
  readonly kind: 'workday' | 'makeup' | 'weekend' | 'holiday';
  readonly provisional: boolean;
}

/** Working days among `days`, makeup days included; provisional when one of them is not announced yet. */
export const workingDays = (
  days: readonly CalendarDay[],
): { readonly count: number; readonly provisional: boolean } => ({
  count: days.filter(({ kind }) => kind === 'workday' || kind === 'makeup').length,
  provisional: days.some(({ provisional }) => provisional),
});
