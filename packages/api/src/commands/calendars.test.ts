import { testDatabase, type TestDatabase } from '@lianban/db/testing/database';
import { statutoryFestivals } from '@lianban/domain/festivals';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answersIn, run } from '../testing/command-line.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(async () => {
  await database.drop();
});

const answersOf = async (command: string, questions: readonly object[]) => {
  const input = questions.map((question) => JSON.stringify(question)).join('\n');
  const { code, output, errors } = await run([command], input, { DATABASE_URL: database.url });
  expect([code, errors]).toEqual([0, '']);
  return answersIn(output);
};

test('with a database the closures of the province named in the line count, and of no other', async () => {
  await database.pool.query(
    `INSERT INTO calendar_closure (province, closed_on, name) VALUES ('CQ', '2026-03-02', '搬迁')`,
  );
  const question = { from: '2026-02-27', limit: { workingDays: 2 } };
  const questions = [question, { ...question, province: 'CQ' }, { ...question, province: 'SC' }];
  expect(await answersOf('due', questions)).toEqual([
    { due: '2026-03-02', provisional: false },
    { due: '2026-03-03', provisional: false },
    { due: '2026-03-02', provisional: false },
  ]);
});

test('with a database a year counts by the newest edition of its notice', async () => {
  const source = JSON.stringify({ zh: '通知', en: 'Notice' });
  const insert =
    'INSERT INTO calendar_year (edition, year, revision, source, rest, work) VALUES ($1, 2027, $2, $3, $4, $5)';
  const rest = statutoryFestivals(2027);
  const more = [...rest, { on: '2027-01-04', name: '元旦' }];
  await database.pool.query(insert, ['2027#2', 2, source, JSON.stringify(more), '[]']);
  await database.pool.query(insert, ['2027#1', 1, source, JSON.stringify(rest), '[]']);
  expect(await answersOf('due', [{ from: '2026-12-31', limit: { workingDays: 1 } }])).toEqual([
    { due: '2027-01-05', provisional: false },
  ]);
});

test('with a database the basis is a row of its rule table', async () => {
  await database.pool.query(
    `UPDATE rule SET basis = '{"zh":"本市规定","en":"Local rule"}' WHERE key = 'permit.decide' AND item IS NULL`,
  );
  const question = {
    limit: { workingDays: 20 },
    startOn: '2026-06-01',
    asOf: '2026-06-01',
    basis: 'permit.decide.default',
  };
  expect(await answersOf('clock', [question])).toMatchObject([
    { explanation: { basis: { text: { zh: '本市规定' } } } },
  ]);
});
