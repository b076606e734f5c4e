import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { select } from '../queryable.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { RecordedCase } from '../testing/recorded-case.ts';
import { inTransaction } from '../transaction.ts';
import { caseNumber, documentNumber, drawNumbers, licenceNumber, type NumberRequest } from './numbers.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

test('numbers are written as the offices write them', () => {
  expect(caseNumber('CQ', '告承', 2026).write(1)).toBe('渝告承〔2026〕0001');
  expect(documentNumber('SC', '受', 2026).write(12)).toBe('川药监受〔2026〕12号');
  expect(licenceNumber('CQ', '妆', 2026).write(10_000)).toBe('渝妆202610000');
});

test('concurrent draws are unique and without gaps, and what is rolled back is drawn again', async () => {
  const series = 'test:race';
  const ask: NumberRequest = { series, year: 2026, write: String };
  const draw = async (fail: boolean): Promise<readonly string[]> => {
    try {
      return await inTransaction(database.pool, 'SELECT 1', async (client) => {
        const drawn = await drawNumbers(client, [ask, ask]);
        if (fail) throw new Error('rolled back');
        return drawn;
      });
    } catch {
      return [];
    }
  };
  const drawn = (await Promise.all(Array.from({ length: 60 }, (_, at) => draw(at % 3 === 0)))).flat().map(Number);
  expect(drawn.sort((a, b) => a - b)).toEqual(Array.from({ length: 80 }, (_, at) => at + 1));
});

test('each request gets the next number of its own series, in order', async () => {
  let year = 3000;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 }), async (names) => {
      year += 1;
      const requests = names.map((name): NumberRequest => ({
        series: `test:${name}`,
        year,
        write: (n) => `${name}${n}`,
      }));
      const drawn = await drawNumbers(database.pool, requests);
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
