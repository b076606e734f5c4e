import type { CivilDate } from '@lianban/domain/civil-date';
import type { Text } from '@lianban/domain/text';

/** What happened on the day with which a count begins. */
export interface Beginning {
  readonly act: Text;
  /** The earlier day on which it was sent, outside office hours; null when it was done on the day itself. */
  readonly filedOn: CivilDate | null;
}

/** An act with its days. */
export interface Done {
  readonly act: Text;
  readonly on: CivilDate;
  /** The day on which it counts as received; null when the record knows none. */
  readonly receivedOn: CivilDate | null;
  /** It came in from the applicant; what an office does is done when it is done. */
  readonly byApplicant: boolean;
}

/** An act is the beginning of a count from `on` when it was done on that day, or sent before it and received on it; null otherwise. */
export function beginningOn(on: CivilDate, { act, byApplicant, receivedOn, on: day }: Done): Beginning | null {
  if (day === on) return { act, filedOn: null };
  return byApplicant && receivedOn === on && day < on ? { act, filedOn: day } : null;
}
