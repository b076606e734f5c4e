import type { Instant } from '@lianban/domain/civil-date';
import pg from 'pg';
import { sm3OfText } from './sm3.ts';

/** A pool, or one of its connections inside a transaction. */
export type Queryable = Pick<pg.Pool, 'query'>;

/** SQL with its values; one with a name is prepared once per connection. */
export interface Statement {
  readonly text: string;
  readonly values?: readonly unknown[];
  readonly name?: string;
}

const [DATE, TIMESTAMPTZ, INT8] = [1082, 1184, 20];
const parseTimestamp = pg.types.getTypeParser(TIMESTAMPTZ) as (text: string) => unknown; // the driver declares it `any`

const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [DATE]: (text) => text,
  [TIMESTAMPTZ]: toInstant,
  [INT8]: Number,
};

function toInstant(text: string): Instant {
  const parsed = parseTimestamp(text);
  if (!(parsed instanceof Date)) throw new TypeError(`not an instant: ${text}`);
  return parsed.toISOString() as Instant; // the form that the brand stands for
}

// Civil dates and instants are strings in this code base; the driver would make Dates in the machine's own time zone.
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => parsers[oid] ?? (pg.types.getTypeParser(oid, format) as (text: string) => unknown), // the driver declares it `any`
};

/**
 * The statement under a name that stands for its text, so that every connection plans it once. For texts of which there
 * are few: a connection keeps the plan of each.
 */
export const planned = ({ text, values = [] }: Omit<Statement, 'name'>): Statement => ({
  name: sm3OfText(text).slice(0, 32),
  text,
  values,
});

/** Rows of a statement: `date` as CivilDate, `timestamptz` as Instant, `bigint` as number. `T` is what its SELECT list says. */
export async function select<T extends object>(
  db: Queryable,
  { text, values = [], name }: Statement,
): Promise<readonly T[]> {
  const { rows } = await db.query<T>({ text, values: [...values], types, ...(name === undefined ? {} : { name }) });
  return rows;
}

/** The single row of a statement that always gives one. @throws Error when it gives another number. */
export async function selectOne<T extends object>(db: Queryable, statement: Statement): Promise<T> {
  const [row, ...others] = await select<T>(db, statement);
  if (row === undefined || others.length > 0)
    throw new Error(`one row expected, not ${others.length + (row === undefined ? 0 : 1)}`);
  return row;
}

/** The first row of a statement, or undefined. */
export async function selectFirst<T extends object>(db: Queryable, statement: Statement): Promise<T | undefined> {
  return (await select<T>(db, statement))[0];
}
