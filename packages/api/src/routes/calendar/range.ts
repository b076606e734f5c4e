import { calendarOf } from '@lianban/db/calendar';
import { daysBetween, isCivilDate } from '@lianban/domain/civil-date';
import { z } from 'zod';
import { calendarDay, calendarDays } from '../../presentation/calendar-day.ts';
import { publicRoute } from '../../trpc.ts';
import { provinceView } from '../../views/basics.ts';

const MOST_DAYS = 800;
/** Nothing in the system is due later; what is asked for is computed and kept. */
const LAST_YEAR = '2100';

const day = z
  .string()
  .max(10)
  .refine(isCivilDate, { error: 'No such day', params: { code: 'NO_SUCH_DATE' }, abort: true })
  .refine((on) => on.slice(0, 4) <= LAST_YEAR, { error: 'Too far ahead' });

const input = z
  .object({ from: day, to: day, province: provinceView })
  .refine(({ from, to }) => from <= to && daysBetween(from, to) < MOST_DAYS, {
    error: 'At most 800 days',
    path: ['to'],
  });

/** The working calendar of a province, day by day. */
export const range = publicRoute
  .input(input)
  .output(z.array(calendarDay))
  .query(async ({ ctx, input: { from, to, province } }) =>
    calendarDays(await calendarOf(ctx.services.database.pool, province), from, to),
  );
