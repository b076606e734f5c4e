import type { CalendarYear } from '@lianban/domain/calendar';
import type { YearProposal } from '@lianban/domain/revision';
import { selectOne, type Queryable } from '../queryable.ts';

/** Changes with every change of years or closures, of either province. */
export async function calendarEdition(db: Queryable): Promise<number> {
  const { edition } = await selectOne<{ edition: number }>(db, {
    text: 'SELECT sum(edition) AS edition FROM calendar',
  });
  return edition;
}

/** The year with the edition that it has once it is installed: the next one of its year. */
export async function editioned(
  db: Queryable,
  { year }: YearProposal,
): Promise<CalendarYear & { readonly revision: number }> {
  const { revision } = await selectOne<{ revision: number }>(db, {
    text: 'SELECT coalesce(max(revision), 0) + 1 AS revision FROM calendar_year WHERE year = $1',
    values: [year.year],
  });
  return { ...year, edition: `${year.year}#${revision}`, revision };
}
