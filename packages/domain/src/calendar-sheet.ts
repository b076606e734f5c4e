import { LianbanError } from './error.ts';
import { fileProblem, type FileProblem } from './file-problem.ts';
import { locatedJson, type LocatedJson } from './located-json.ts';

/** What stands in one place of a file. */
export interface Cell {
  readonly line: number;
  readonly value: string;
}

/** One day of the file by column: empty text where nothing stands, undefined where the sheet has complained already. */
export interface SheetRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string | undefined>>;
}

/** A file taken apart, before anybody asks what its days mean. */
export interface Sheet {
  readonly rows: readonly SheetRow[];
  /** What is said of the file as a whole: `year`, `source`, `source-en`. */
  readonly notes: Readonly<Record<string, Cell>>;
  readonly problems: readonly FileProblem[];
}

/** Which columns a file has, and under which key of a JSON object its rows stand. */
export interface SheetShape {
  readonly columns: readonly string[];
  readonly list: string;
}

/** Many times what a year needs. */
const MAX_LENGTH = 200_000;

const nothing = (problem: FileProblem): Sheet => ({ rows: [], notes: {}, problems: [problem] });

/** Reads CSV or JSON; which of the two, its first sign tells. A byte order mark and any kind of line end will do. */
export function calendarSheet(content: string, shape: SheetShape): Sheet {
  const plain = content.replace(/^\uFEFF/, '');
  if (plain.trim() === '') return nothing(fileProblem({ line: null, field: 'file' }, 'EMPTY'));
  if (plain.length > MAX_LENGTH)
    return nothing(fileProblem({ line: null, field: 'file' }, 'TOO_LONG', { max: `${MAX_LENGTH}` }));
  const lines = plain.split(/\r\n|\n|\r/);
  const garbled = lines.findIndex((line) => line.includes('\uFFFD'));
  if (garbled >= 0) return nothing(fileProblem({ line: garbled + 1, field: 'file' }, 'NOT_UTF8'));
  return /^\s*[{[]/.test(plain) ? fromJson(lines.join('\n'), shape) : fromCsv(lines, shape);
}

/** `# source: …`, `# source-en: …`, `# year: …`; every other line that begins with # is a remark. */
const NOTE = /^#\s*(source|source-en|year)\s*[:：]\s*(.*?)\s*$/;

function fromCsv(lines: readonly string[], { columns }: SheetShape): Sheet {
  const notes: Record<string, Cell> = {};
  const rows: SheetRow[] = [];
  const problems: FileProblem[] = [];
  let header: readonly string[] | null = null;
  for (const [at, written] of lines.entries()) {
    const line = at + 1;
    if (written.startsWith('#')) {
      const [, note, value = ''] = NOTE.exec(written) ?? [];
      if (note !== undefined) notes[note] = { line, value };
      continue;
    }
    const cells = cellsOf(written);
    if (cells?.every((cell) => cell === '')) continue;
    if (header === null) {
      header = cells ?? [];
      if (fits(header, columns)) continue;
      return nothing(fileProblem({ line, field: 'header' }, 'HEADER', { columns: columns.join(',') }));
    }
    if (cells === null || cells.length > header.length) {
      problems.push(fileProblem({ line, field: 'row' }, 'ROW', { columns: columns.join(',') }));
    } else if (cells.length === 1 && written.includes('，')) {
      problems.push(fileProblem({ line, field: 'row' }, 'FULL_WIDTH', { value: written.trim() }));
    } else {
      const named = header.map((column, cell) => [column, cells[cell] ?? '']);
      rows.push({ line, cells: Object.fromEntries(named) as SheetRow['cells'] }); // pairs of text and text
    }
  }
  return { rows, notes, problems };
}

const fits = (header: readonly string[], columns: readonly string[]): boolean =>
  header.length === columns.length && columns.every((column) => header.includes(column));

const CELL = /\s*(?:"((?:[^"]|"")*)"|([^",]*))\s*(,|$)/y;

/** The cells of a line, trailing empty ones left out; null when its quotation marks are out of order. */
function cellsOf(line: string): readonly string[] | null {
  const cells: string[] = [];
  for (CELL.lastIndex = 0; ;) {
    const match = CELL.exec(line);
    if (match === null) return null;
    const [, quoted, plain = '', end] = match;
    cells.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    if (end === '') break;
  }
  while (cells.length > 1 && cells.at(-1) === '') cells.pop();
  return cells;
}

function fromJson(content: string, shape: SheetShape): Sheet {
  try {
    const root = locatedJson(content);
    return root.kind === 'array' ? fromList(root, shape) : fromObject(root, shape);
  } catch (failure) {
    if (!(failure instanceof LianbanError)) throw failure;
    return nothing(fileProblem({ line: Number(failure.detail['line']), field: 'file' }, 'NOT_JSON'));
  }
}

function fromObject(root: LocatedJson, shape: SheetShape): Sheet {
  const entries: ReadonlyMap<string, LocatedJson> = root.kind === 'object' ? root.entries : new Map();
  const problems: FileProblem[] = [];
  const notes: Record<string, Cell> = {};
  for (const [key, value] of entries) {
    if (key === shape.list) continue;
    const { found, wrong } = noteOf(key, value, shape);
    Object.assign(notes, found);
    problems.push(...wrong);
  }
  const list = entries.get(shape.list);
  if (list === undefined) {
    problems.push(fileProblem({ line: root.line, field: shape.list }, 'MISSING'));
    return { rows: [], notes, problems };
  }
  const { rows, problems: inList } = fromList(list, shape);
  return { rows, notes, problems: [...problems, ...inList] };
}

function noteOf(
  key: string,
  { line, ...value }: LocatedJson,
  { list }: SheetShape,
): { readonly found: Readonly<Record<string, Cell>>; readonly wrong: readonly FileProblem[] } {
  const found: Record<string, Cell> = {};
  const wrong: FileProblem[] = [];
  const refused = (type: string) => wrong.push(fileProblem({ line, field: key }, 'WRONG_TYPE', { type }));
  if (key === 'year') {
    if (value.kind === 'scalar' && typeof value.value === 'number') found['year'] = { line, value: `${value.value}` };
    else refused('number');
  } else if (key === 'source') {
    const inChinese = value.kind === 'object' ? value.entries.get('zh') : { ...value, line };
    const inEnglish = value.kind === 'object' ? value.entries.get('en') : undefined;
    for (const [note, written] of [['source', inChinese] as const, ['source-en', inEnglish] as const]) {
      if (written?.kind === 'scalar' && typeof written.value === 'string') found[note] = { line, value: written.value };
      else if (written !== undefined) refused('text');
    }
  } else {
    wrong.push(fileProblem({ line, field: key }, 'UNKNOWN_FIELD', { fields: ['year', 'source', list].join(', ') }));
  }
  return { found, wrong };
}

function fromList(list: LocatedJson, { columns, list: field }: SheetShape): Sheet {
  const rows: SheetRow[] = [];
  const problems: FileProblem[] = [];
  if (list.kind !== 'array') return nothing(fileProblem({ line: list.line, field }, 'WRONG_TYPE', { type: 'list' }));
  for (const item of list.items) {
    const { line } = item;
    if (item.kind !== 'object') {
      problems.push(fileProblem({ line, field: 'row' }, 'ROW', { columns: columns.join(',') }));
      continue;
    }
    const cells: Record<string, string> = {};
    for (const column of columns) if (!item.entries.has(column)) cells[column] = '';
    for (const [key, value] of item.entries) {
      const place = { line: value.line, field: key };
      if (!columns.includes(key)) problems.push(fileProblem(place, 'UNKNOWN_FIELD', { fields: columns.join(', ') }));
      else if (value.kind !== 'scalar' || (value.value !== null && typeof value.value !== 'string'))
        problems.push(fileProblem(place, 'WRONG_TYPE', { type: 'text' }));
      else cells[key] = (value.value ?? '').trim();
    }
    rows.push({ line, cells });
  }
  return { rows, notes: {}, problems };
}
