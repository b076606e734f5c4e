import { readCalendarYear } from '@lianban/domain/calendar-file';
import { z } from 'zod';
import { routeFor } from '../../trpc.ts';
import { readingView } from '../../views/revision.ts';
import { calendarContent } from './content.ts';

/** Reads the file of a year and says what is wrong with it. Nothing is kept; it is a mutation because no address holds a file. */
export const read = routeFor('revision.read')
  .input(z.object({ content: calendarContent }))
  .output(readingView)
  .mutation(({ input: { content } }) => {
    const reading = readCalendarYear(content);
    if (reading.kind === 'refused') return { kind: 'refused', problems: [...reading.problems] };
    const { rest, work, ...year } = reading.value;
    return { kind: 'read', year: { ...year, rest: [...rest], work: [...work] } };
  });
