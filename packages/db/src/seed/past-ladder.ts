import type { WorkingCalendar } from '@lianban/domain/calendar';
import { startOfDay, type CivilDate, type Instant } from '@lianban/domain/civil-date';
import type { Pool } from 'pg';
import { sweepLadder } from '../ladder/sweep.ts';
import { select, selectFirst } from '../queryable.ts';

/** The sweep of ladders through the past, run at each moment at which it would have found something. */
export class PastLadder {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Sends, each at its own moment, what is to be sent up to that instant. */
  async goOnUntil(until: Instant): Promise<void> {
    for (;;) {
      const next = await selectFirst<{ at: Instant }>(this.#pool, {
        name: 'next-rung',
        text: `SELECT next_at AS at FROM rung_ahead WHERE next_at > '-infinity' AND next_at <= $1 ORDER BY next_at LIMIT 1`,
        values: [until],
      });
      if (next === undefined) return;
      await sweepLadder(this.#pool, { now: next.at });
    }
  }

  /** Takes notice of the due dates that a turn at that instant has set. */
  async notice(at: Instant): Promise<void> {
    await sweepLadder(this.#pool, { now: at });
  }

  /** Everybody has read what they were told more than two working days ago. */
  async readBefore(day: CivilDate, calendar: WorkingCalendar): Promise<void> {
    await select(this.#pool, {
      text: 'UPDATE message SET read_at = at WHERE read_at IS NULL AND at < $1',
      values: [startOfDay(calendar.subtractWorkingDays(day, 2))],
    });
  }
}
