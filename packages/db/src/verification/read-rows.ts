import type { Instant } from '@lianban/domain/civil-date';
import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';

/** A column of the answer as text. */
export type Cell = string | null;

/** A column that is never null. @throws TypeError */
export function textOf(cell: Cell | undefined): string {
  if (typeof cell !== 'string') throw new TypeError('a column is null that may not be');
  return cell;
}

/**
 * Reads what a statement without parameters gives, part by part, inside the transaction of `client`. The server goes on
 * while a part is worked on, and waits when nobody takes them.
 */
export async function* readRows(client: ClientBase, text: string): AsyncGenerator<readonly (readonly Cell[])[]> {
  const answer = client.query(copyTo(`COPY (${text}) TO STDOUT`));
  answer.setEncoding('utf8');
  let begun = '';
  for await (const chunk of answer) {
    const lines = `${begun}${String(chunk)}`.split('\n');
    begun = lines.pop() ?? '';
    yield lines.map(cellsOf);
  }
}

// https://www.postgresql.org/docs/18/sql-copy.html, text format
const NULL = '\\N';
const escaped: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
function cellsOf(line: string): readonly Cell[] {
  const written = line.split('\t');
  return line.includes('\\') ? written.map(cellOf) : written; // most lines hold neither nulls nor escapes
}
function cellOf(written: string): Cell {
  if (!written.includes('\\')) return written;
  return written === NULL ? null : written.replace(/\\(.)/g, (_, letter: string) => escaped[letter] ?? letter);
}

/** The instant in the form in which it is hashed, from the text that a server set to UTC writes */
export const instantOf = (text: string): Instant =>
  // the form of the brand
  `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0')}Z` as Instant;
