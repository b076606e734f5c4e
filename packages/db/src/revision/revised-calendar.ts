import { workingCalendar, type WorkingCalendar } from '@lianban/domain/calendar';
import type { Province } from '@lianban/domain/province';
import type { Proposal } from '@lianban/domain/revision';
import { readClosures, readYears } from '../calendar.ts';
import type { Queryable } from '../queryable.ts';
import { editioned } from './edition.ts';

/** The calendar of a province as it will be once the proposal is applied. */
export async function revisedCalendar(db: Queryable, province: Province, proposal: Proposal): Promise<WorkingCalendar> {
  const [years, closures] = [await readYears(db), await readClosures(db, province)];
  if (proposal.kind === 'calendarYear') return workingCalendar([...years, await editioned(db, proposal)], closures);
  if (proposal.kind !== 'closures' || proposal.province !== province) return workingCalendar(years, closures);
  const removed = new Set(proposal.remove);
  return workingCalendar(years, [...closures.filter(({ on }) => !removed.has(on)), ...proposal.add]);
}
