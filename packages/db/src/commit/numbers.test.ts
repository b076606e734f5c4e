import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { select, type Queryable } from '../queryable.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { RecordedCase } from '../testing/recorded-case.ts';
import { inTransaction } from '../transaction.ts';
import { caseNumber, documentNumber, licenceNumber, numberParts, type NumberRequest } from './numbers.ts';
import { part } from './part.ts';
import { statementOf } from './statement.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** Draws as the statement of a turn does, after its ledger row. */
async function draw(db: Queryable, requests: readonly NumberRequest[]): Promise<readonly string[]> {
  const parts = [
    part('event', 'SELECT 1'),
    ...numberParts(requests.map((asked, at) => ({ place: `${at}`, ...asked }))),
  ];
  const rows = await select<{ number: string }>(
    db,
    statementOf(
      parts,
      requests.length === 0 ? 'SELECT 1 WHERE false' : 'SELECT number FROM numbered ORDER BY place::int',
    ),
  );
  return rows.map(({ number }) => number);
}

const plain = (series: string, year: number): NumberRequest => ({ series, year, prefix: '', digits: 1, suffix: '' });

test('numbers are written as the offices write them', async () => {
  const year = 2030;
  const first = [caseNumber('CQ', '告承', year), documentNumber('SC', '受', year), licenceNumber('CQ', '妆', year)];
  expect(await draw(database.pool, first)).toEqual(['渝告承〔2030〕0001', '川药监受〔2030〕1号', '渝妆20300001']);
  await select(database.pool, { text: 'UPDATE number_series SET last = 9999 WHERE year = $1', values: [year] });
  expect(await draw(database.pool, first)).toEqual(['渝告承〔2030〕10000', '川药监受〔2030〕10000号', '渝妆203010000']);
});

test('concurrent draws are unique and without gaps, and what is rolled back is drawn again', async () => {
  const series = 'test:race';
  const ask = plain(series, 2026);
  const attempt = async (fail: boolean): Promise<readonly string[]> => {
    try {
      return await inTransaction(database.pool, 'SELECT 1', async (client) => {
        const drawn = await draw(client, [ask, ask]);
        if (fail) throw new Error('rolled back');
        return drawn;
      });
    } catch {
      return [];
    }
  };
  const drawn = (await Promise.all(Array.from({ length: 60 }, (_, at) => attempt(at % 3 === 0)))).flat().map(Number);
  expect(drawn.sort((a, b) => a - b)).toEqual(Array.from({ length: 80 }, (_, at) => at + 1));
});

test('each request gets the next number of its own series, in order', async () => {
  let year = 3000;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 }), async (names) => {
      year += 1;
      const requests = names.map((name) => ({ ...plain(`test:${name}`, year), prefix: name }));
      const drawn = await draw(database.pool, requests);
      const expected = names.map(
        (name, at) => `${name}${names.slice(0, at + 1).filter((other) => other === name).length}`,
      );
      expect(drawn).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test('cases that open at the same time get numbers without gaps', async () => {
  await Promise.all(Array.from({ length: 12 }, () => RecordedCase.open(database.pool)));
  const rows = await select<{ number: string }>(database.pool, {
    text: 'SELECT number FROM case_file ORDER BY number',
  });
  expect(rows.map(({ number }) => Number(number.slice(-4)))).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
});
