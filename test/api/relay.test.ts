import { inProcessPlatforms } from '@lianban/api/platform/in-process';
import { startRelay } from '@lianban/api/engine/relay';
import { exchangeWithin } from '@lianban/db/letters/receive-letter';
import { calendarOf } from '@lianban/db/calendar';
import { select } from '@lianban/db/queryable';
import { testDatabase, type TestDatabase } from '@lianban/db/testing/database';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { approved } from '@lianban/db/testing/revising';
import { civilDateOf, instant } from '@lianban/domain/civil-date';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { absentEngine } from '../support/ledger-engine.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

test('a case that cannot be told of a revision does not keep the others from being told', async () => {
  const { pool } = database;
  const [ill, well] = [await RecordedCase.open(pool), await RecordedCase.open(pool)];
  const on = (await calendarOf(pool, 'CQ')).addWorkingDays(civilDateOf(instant(Date.now())), 2);
  await approved(pool, { kind: 'closures', province: 'CQ', add: [{ on, name: '停止办公' }], remove: [] });
  const told: string[] = [];
  const engine = {
    ...absentEngine,
    ledgerGrew: (caseId: string) => {
      if (caseId === ill.caseId) return Promise.reject(new Error('its history is too long'));
      told.push(caseId);
      return Promise.resolve();
    },
  };
  const relay = startRelay({
    ...{ pool, engine, log: pino({ level: 'silent' }) },
    ...{ exchange: exchangeWithin(pool), platforms: inProcessPlatforms },
  });
  const waiting = await eventually('one is told', async () => {
    const rows = await select<{ caseId: string }>(pool, {
      text: `SELECT case_id AS "caseId" FROM outbox WHERE kind = 'ledgerGrew' AND done_at IS NULL`,
    });
    return rows.length === 1 && rows;
  });
  await relay.stop();
  expect(waiting).toEqual([{ caseId: ill.caseId }]);
  expect(told).toEqual([well.caseId]);
});
