import { allowance, consumed } from '@lianban/domain/clock';
import type { Text } from '@lianban/domain/text';
import type { ClockRow } from '@lianban/db/queries/case-page';
import type { AsOf } from '../presentation/as-of.ts';
import { clockTitle } from '../presentation/clock-titles.ts';
import type { ClockLine } from './journal-line.ts';

/** The clocks that run or stand, and those that stopped in the turn of `today`, as they are at its end. */
export const clockLines = (
  clocks: readonly ClockRow[],
  { today, calendar }: AsOf,
  told: (text: Text) => string,
): readonly ClockLine[] =>
  clocks.map(({ name, limit, startOn, stoppedOn, spans, why, dueOn }) => {
    const used = consumed({ startOn, spans }, stoppedOn ?? today, calendar);
    const allowed = allowance({ limit, extensions: why?.extensions ?? [] });
    const stands = spans.some(({ to }) => to === null);
    return {
      clock: name,
      title: told(clockTitle(name)),
      state: stoppedOn !== null ? 'stopped' : stands ? 'standing' : 'running',
      consumed: used,
      remaining: allowed === null ? null : allowed - used,
      due: dueOn,
    };
  });
