import { readFile } from 'node:fs/promises';
import { canonicalJson } from '@lianban/domain/canonical-json';
import { readCalendarYear, readClosures, type FileReading } from '@lianban/domain/calendar-file';
import type { Province } from '@lianban/domain/province';
import type { Proposal } from '@lianban/domain/revision';
import { calendarInForce } from '@lianban/db/queries/revisions';
import type { Queryable } from '@lianban/db/queryable';

/** Which file, and the province whose closures it holds; null for the holidays of a year. */
export interface CalendarFileArgument {
  readonly path: string;
  readonly closures: Province | null;
}

/** What the file proposes; null when all of it is in force already. */
export type Proposed = FileReading<Proposal | null>;

/** Reads the file and compares it with the calendar in force. @throws Error when the file cannot be read. */
export async function proposalIn(db: Queryable, { path, closures }: CalendarFileArgument): Promise<Proposed> {
  const content = await readFile(path, 'utf8'); // bytes of another encoding are found by the reader of the file
  return closures === null ? yearIn(db, content) : closuresIn(db, closures, content);
}

async function yearIn(db: Queryable, content: string): Promise<Proposed> {
  const reading = readCalendarYear(content);
  if (reading.kind === 'refused') return reading;
  const { years } = await calendarInForce(db, 'CQ');
  const known = years.find(({ year }) => year === reading.value.year);
  const isKnown =
    known !== undefined && canonicalJson({ ...known, edition: undefined }) === canonicalJson(reading.value);
  return { kind: 'read', value: isKnown ? null : { kind: 'calendarYear', year: reading.value } };
}

async function closuresIn(db: Queryable, province: Province, content: string): Promise<Proposed> {
  const reading = readClosures(content);
  if (reading.kind === 'refused') return reading;
  const closed = new Set((await calendarInForce(db, province)).closures.map(({ on }) => on));
  const add = reading.value.filter(({ on }) => !closed.has(on));
  return { kind: 'read', value: add.length === 0 ? null : { kind: 'closures', province, add, remove: [] } };
}
