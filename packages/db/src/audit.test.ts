import { instant } from '@lianban/domain/civil-date';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditOf, recordAct } from './audit.ts';
import { testDatabase, type TestDatabase } from './testing/database.ts';
import { actorOf } from './testing/recorded-case.ts';
import { verifyStream } from './verify-chain.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

test('acts of one stream that are recorded at the same time form one chain', async () => {
  const by = actorOf('OFF');
  const stream = `person:${by.personId}`;
  const at = instant('2026-06-15T01:00:00Z');
  const acts = Array.from({ length: 20 }, (_, n) => ({ stream, at, action: 'session.signIn', by, detail: { n } }));
  await Promise.all(acts.map((act) => recordAct(database.pool, act)));
  const rows = await auditOf(database.pool, stream);
  expect(rows.map(({ position }) => position)).toEqual(acts.map((_, n) => n + 1));
  expect(rows.map(({ detail }) => detail['n']).sort()).toEqual(acts.map(({ detail }) => detail.n).sort());
  expect(await verifyStream(database.pool, stream)).toEqual([]);
});
