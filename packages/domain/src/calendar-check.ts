import type { Cell, Sheet, SheetRow } from './calendar-sheet.ts';
import { isCivilDate, weekday, type CivilDate } from './civil-date.ts';
import { festivalTitle, statutoryFestivals } from './festivals.ts';
import { fileProblem, inOrder, type FileProblem, type FileProblemCode, type Found } from './file-problem.ts';
import { codePoints } from './characters.ts';

const MAX_NAME = 60;
const MAX_SOURCE = 300;
const UNSAFE = /[\p{Cc}\p{Surrogate}]/u;
/** ASCII as Chinese keyboards write it, and the space that goes with it. */
const FULL_WIDTH = /[\uFF01-\uFF5E\u3000]/;

type Kind = 'rest' | 'work';

/** Reads the parts of a sheet and gathers everything that is wrong; a part that is wrong is read as null. */
export class CalendarCheck {
  readonly rows: readonly SheetRow[];
  readonly #notes: Sheet['notes'];
  readonly #problems: FileProblem[];
  readonly #lineOf = new Map<CivilDate, number>();

  constructor({ rows, notes, problems }: Sheet) {
    this.rows = rows;
    this.#notes = notes;
    this.#problems = [...problems];
  }

  /** In the order of the lines; none when the file is sound. */
  problems(): readonly FileProblem[] {
    return inOrder(this.#problems);
  }

  /** The year that the file says it is of. */
  year(): number | null {
    const { line, value } = this.#notes['year'] ?? {};
    if (line === undefined || value === undefined) return null;
    return /^[1-9]\d{3}$/.test(value)
      ? Number(value)
      : this.#wrong('MALFORMED_YEAR', { line, field: 'year' }, { value });
  }

  source(note: 'source' | 'source-en'): string | null {
    const cell = this.#notes[note];
    if (cell === undefined || cell.value === '') return null;
    return this.#text(cell, { field: 'source', max: MAX_SOURCE });
  }

  /** The day of a row, which no row before may have named. */
  date({ line, cells: { date: value } }: SheetRow): CivilDate | null {
    const place = { line, field: 'date' };
    if (value === undefined) return null;
    if (value === '') return this.#wrong('MISSING', place);
    if (FULL_WIDTH.test(value)) return this.#wrong('FULL_WIDTH', place, { value });
    if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return this.#wrong('MALFORMED_DATE', place, { value });
    if (!isCivilDate(value)) return this.#wrong('NO_SUCH_DATE', place, { value });
    const before = this.#lineOf.get(value);
    if (before === undefined) this.#lineOf.set(value, line);
    else this.#wrong('MARKED_TWICE', place, { value, line: `${before}` });
    return value;
  }

  kind({ line, cells: { kind: value } }: SheetRow): Kind | null {
    const place = { line, field: 'kind' };
    if (value === undefined || value === 'rest' || value === 'work') return value ?? null;
    if (value === '') return this.#wrong('MISSING', place);
    return this.#wrong(FULL_WIDTH.test(value) ? 'FULL_WIDTH' : 'UNKNOWN_KIND', place, { value });
  }

  /** What the day is called; the empty text when it has no name and needs none. */
  name({ line, cells: { name: value } }: SheetRow, { isNeeded }: { readonly isNeeded: boolean }): string {
    if (value === '' && isNeeded) this.#wrong('MISSING', { line, field: 'name' });
    if (value === undefined || value === '') return '';
    return this.#text({ line, value }, { field: 'name', max: MAX_NAME }) ?? value;
  }

  /** The day is one of the year, and a Saturday or Sunday when it is to be worked. */
  isFitting({ line }: SheetRow, { on, kind, year }: { on: CivilDate; kind: Kind | null; year: number }): void {
    const place = { line, field: 'date' };
    if (Number(on.slice(0, 4)) !== year) this.#wrong('OTHER_YEAR', place, { value: on, year: `${year}` });
    else if (kind === 'work' && weekday(on) < 6) this.#wrong('NOT_WEEKEND', place, { value: on });
  }

  /** Every statutory festival is among the rest days. */
  isComplete(year: number, rest: ReadonlySet<CivilDate>): void {
    const missing = new Map<string, CivilDate[]>();
    for (const { on, name } of statutoryFestivals(year)) {
      if (rest.has(on)) continue;
      for (const festival of name.split('、')) missing.set(festival, [...(missing.get(festival) ?? []), on]);
    }
    for (const [festival, days] of missing) {
      const found = { festival, festivalEn: festivalTitle(festival).en, days: days.join(', ') };
      this.#wrong('FESTIVAL_MISSING', { line: null, field: 'file' }, found);
    }
  }

  /** There is something to read at all. */
  hasRows(): void {
    if (this.rows.length === 0 && this.#problems.length === 0) this.#wrong('EMPTY', { line: null, field: 'file' });
  }

  #text({ line, value }: Cell, { field, max }: { readonly field: string; readonly max: number }): string | null {
    if (UNSAFE.test(value)) return this.#wrong('UNSAFE_TEXT', { line, field });
    return codePoints(value) <= max ? value : this.#wrong('TOO_LONG', { line, field }, { max: `${max}` });
  }

  #wrong(code: FileProblemCode, place: Pick<FileProblem, 'line' | 'field'>, found: Found = {}): null {
    const isSafe = !UNSAFE.test(found['value'] ?? '');
    this.#problems.push(isSafe ? fileProblem(place, code, shortened(found)) : fileProblem(place, 'UNSAFE_TEXT'));
    return null;
  }
}

/** A whole paragraph in a wrong place is not repeated. */
const shortened = ({ value, ...found }: Found): Found =>
  value === undefined
    ? found
    : { ...found, value: codePoints(value) > 40 ? `${[...value].slice(0, 40).join('')}…` : value };
