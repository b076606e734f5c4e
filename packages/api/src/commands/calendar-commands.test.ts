import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { selectOne } from '@lianban/db/queryable';
import { testDatabase, type TestDatabase } from '@lianban/db/testing/database';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { writeCalendarYear } from '@lianban/domain/calendar-file';
import { instant } from '@lianban/domain/civil-date';
import { statutoryFestivals } from '@lianban/domain/festivals';
import { text } from '@lianban/domain/text';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answersIn, run } from '../testing/command-line.ts';

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'lianban-calendar-'));
});

afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const calendar = (...words: readonly string[]) => run(['calendar', ...words], '', { DATABASE_URL: database.url });
const written = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};
const rowsIn = async (table: string): Promise<number> =>
  (await selectOne<{ rows: number }>(database.pool, { text: `SELECT count(*) AS rows FROM ${table}` })).rows;
const by = ['--reason', '载入放假安排', '--proposed-by', 'admin'];

test('a year is previewed without a trace, imported with a second person, and found in force when imported again', async () => {
  const { caseId } = await RecordedCase.open(database.pool, { at: instant('2026-12-28T02:00:00.000Z') });
  const year = { year: 2027, source: text('通知', 'Notice'), rest: statutoryFestivals(2027), work: [] };
  const path = await written('2027.csv', writeCalendarYear(year, 'csv'));
  const preview = await calendar('preview', path);
  expect([preview.code, preview.errors]).toEqual([0, '']);
  const [change, totals] = answersIn(preview.output);
  expect(change).toMatchObject({
    key: 'intake',
    shift: 'confirmed',
    from: { provisional: true },
    to: { provisional: false },
  });
  expect(totals).toMatchObject({ totals: { cases: 1, limits: 1, confirmed: 1, earlier: 0 } });
  expect([await rowsIn('revision'), await rowsIn("audit WHERE action LIKE 'revision%'")]).toEqual([0, 0]);

  const imported = await calendar('import', path, ...by, '--approved-by', 'lushan');
  expect(answersIn(imported.output)).toMatchObject([{ state: 'applied', cases: 1, limits: 1 }]);
  expect(await rowsIn(`duty WHERE case_id = '${caseId}' AND provisional`)).toBe(0);
  expect(answersIn((await calendar('import', path, ...by)).output)).toEqual([{ state: 'unchanged' }]);
  expect(answersIn((await calendar('preview', path)).output)).toMatchObject([{ totals: { cases: 0 } }]);
});

test('closures of a province wait for a decision when nobody else approves', async () => {
  const path = await written('closures.csv', 'date,name\n2026-12-30,系统切换\n');
  const { code, output } = await calendar('import', path, ...by, '--closures', 'CQ');
  expect([code, answersIn(output)]).toMatchObject([0, [{ state: 'proposed' }]]);
  expect(await rowsIn('calendar_closure')).toBe(0);
});

test('one person cannot do both, and nothing is left of the attempt', async () => {
  const before = await rowsIn('revision');
  const path = await written('other.csv', 'date,name\n2026-12-31,系统切换\n');
  const { code, output } = await calendar('import', path, ...by, '--approved-by', 'admin', '--closures', 'CQ');
  expect([code, answersIn(output)]).toMatchObject([1, [{ error: { code: 'SEPARATION' } }]]);
  expect(await rowsIn('revision')).toBe(before);
});

test('mistakes of the file are a line each, with exit code 1', async () => {
  const path = await written('wrong.csv', 'date,kind,name\n2027-02-30,rest,春节\n2027-01-01,off,元旦\n');
  for (const words of [
    ['preview', path],
    ['import', path, ...by],
  ]) {
    const { code, output } = await calendar(...words);
    expect(code).toBe(1);
    const errors = answersIn(output).map(({ error }) => error as { code: string; line: number | null });
    expect(errors.map(({ code: of, line }) => `${of} ${line}`)).toEqual(
      expect.arrayContaining(['NO_SUCH_DATE 2', 'UNKNOWN_KIND 3']),
    );
  }
  const latin = await written('latin.csv', Buffer.from('date,kind,name\n2027-01-01,rest,\xd4\n', 'latin1'));
  expect(answersIn((await calendar('preview', latin)).output)).toMatchObject([{ error: { code: 'NOT_UTF8' } }]);
});

test('wrong words are answered with the help and 2, a missing file or database with 3', async () => {
  const path = await written('any.csv', 'date,name\n');
  const misused = [
    ['preview'],
    ['preview', path, '--fast'],
    ['preview', path, '--closures', 'BJ'],
    ['import', path, '--proposed-by', 'admin'],
    ['import', path, '--reason', '理由', '--proposed-by', 'zhoumin'],
  ];
  for (const words of misused) {
    const { code, output, errors } = await calendar(...words);
    expect([words, code, output]).toEqual([words, 2, '']);
    expect(errors).toContain(`npm run -s cli -- calendar ${words[0]}`);
  }
  expect((await calendar('preview', join(folder, 'nowhere.csv'))).code).toBe(3);
  expect((await run(['calendar', 'preview', path], '')).code).toBe(3);
}, 30_000);
