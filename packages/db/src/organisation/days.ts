import type { CivilDate } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';

/** First and last day of something; the last is null while there is no end to it. */
export interface Days {
  readonly since: CivilDate;
  readonly until: CivilDate | null;
}

/**
 * Refuses what begins before today or ends before it begins: what somebody was on a day that has passed is not changed.
 * @throws LianbanError DAYS_UNFIT
 */
export function refusePast({ since, until }: Days, today: CivilDate): void {
  if (since < today || (until !== null && until < since)) throw new LianbanError('DAYS_UNFIT', { since, until });
}
