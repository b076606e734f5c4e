const dayMs = 86_400_000;

/** Weekday of a civil day: 1 is Monday, 7 is Sunday. */
export const weekdayNumber = (on: string): number => ((new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

/** Natural days from `from` to `to`. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
