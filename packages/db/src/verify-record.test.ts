import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { instant } from '@lianban/domain/civil-date';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { caseStream, recordAct } from './audit.ts';
import { selectOne } from './queryable.ts';
import { testDatabase, type TestDatabase } from './testing/database.ts';
import { RecordedCase } from './testing/recorded-case.ts';
import { verifyRecord, type RecordBreak, type VerifiedRecord } from './verify-record-chains.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.drop());

async function lifeOfTwo(): Promise<{ readonly caseId: string; readonly number: string }> {
  const life = await RecordedCase.open(database.pool);
  await life.answer('intake', 'accept');
  const { number } = await selectOne<{ number: string }>(database.pool, {
    text: 'SELECT number FROM case_file WHERE case_id = $1',
    values: [life.caseId],
  });
  return { caseId: life.caseId, number };
}

/** An act that is on no case, as signing in is. */
const signIn = (stream: string): Promise<void> =>
  recordAct(database.pool, { stream, at: instant(Date.now()), action: 'session.signIn', by: null, detail: {} });

/** What somebody with every right on the server could do: the triggers are switched off for this transaction. */
async function tamper(sql: string): Promise<void> {
  await database.pool.query(`BEGIN; SET LOCAL session_replication_role = 'replica'; ${sql}; COMMIT`);
}

async function verified(): Promise<VerifiedRecord & { readonly found: readonly RecordBreak[] }> {
  const found: RecordBreak[] = [];
  return { ...(await verifyRecord(database.pool, (broken) => found.push(broken))), found };
}

/** Runs the command as an operator does. */
const runCommand = (url: string): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('verify-record.ts', import.meta.url))], {
    env: { ...process.env, DATABASE_URL: url },
    encoding: 'utf8',
  });

test('counts every case and every other stream, and finds nothing in what was left alone', async () => {
  await lifeOfTwo();
  await lifeOfTwo();
  await signIn('person:one');
  expect(await verified()).toEqual({ cases: 2, streams: 1, breaks: 0, found: [] });
});

test('names the case and the position of an altered turn, and nothing of the cases beside it', async () => {
  await lifeOfTwo();
  const { caseId, number } = await lifeOfTwo();
  await tamper(`UPDATE case_event SET digest = 'other' WHERE case_id = '${caseId}' AND version = 2`);
  const broken = { where: number, chain: 'ledger', position: 2, what: 'altered' };
  expect(await verified()).toEqual({ cases: 2, streams: 0, breaks: 1, found: [broken] });
});

test('finds an act removed from a stream that is about no case', async () => {
  for (let times = 0; times < 3; times += 1) await signIn('person:one');
  await tamper(`DELETE FROM audit WHERE stream = 'person:one' AND position = 2`);
  expect((await verified()).found).toEqual([{ where: 'person:one', chain: 'audit', position: 2, what: 'missing' }]);
});

test('finds a case whose file was removed, by its ledger, and verifies it all the same', async () => {
  const { caseId } = await lifeOfTwo();
  await tamper(`DELETE FROM case_file WHERE case_id = '${caseId}'; DELETE FROM case_event WHERE version = 1`);
  const { cases, found } = await verified();
  expect(cases).toBe(1);
  expect(found[0]).toEqual({ where: caseStream(caseId), chain: 'ledger', position: 1, what: 'missing' });
});

test('finds a case of which only the audit is left', async () => {
  const { caseId } = await lifeOfTwo();
  await tamper(`DELETE FROM case_file WHERE case_id = '${caseId}'; DELETE FROM case_event WHERE case_id = '${caseId}'`);
  expect(await verified()).toMatchObject({
    cases: 0,
    found: [{ where: caseStream(caseId), chain: 'ledger', position: 1, what: 'missing' }],
  });
});

test('leaves out no chain where one page ends and the next begins', { timeout: 60_000 }, async () => {
  for (let nth = 0; nth < 401; nth += 1) await signIn(`person:${nth}`);
  await tamper(`UPDATE audit SET action = 'other'`);
  const { streams, found } = await verified();
  expect(streams).toBe(401);
  expect(new Set(found.map(({ where }) => where)).size).toBe(401);
});

test('takes a turn that is committed meanwhile for no break', { timeout: 60_000 }, async () => {
  let isGrowing = true;
  const grow = async (): Promise<void> => {
    while (isGrowing) await lifeOfTwo();
  };
  const growing = grow();
  for (let times = 0; times < 30; times += 1) expect((await verified()).found).toEqual([]);
  isGrowing = false;
  await growing;
});

test('as a command, ends with 0 and the counts, or with 1 and what is broken', async () => {
  const { caseId, number } = await lifeOfTwo();
  const sound = runCommand(database.url);
  expect([sound.status, sound.stdout]).toEqual([0, 'record: 1 cases and 0 other streams verified, 0 broken\n']);
  await tamper(`UPDATE case_event SET dues = '{}' WHERE case_id = '${caseId}' AND version = 1`);
  const broken = runCommand(database.url);
  expect(broken.status).toBe(1);
  expect(broken.stdout).toBe(
    `BROKEN  ${number}  ledger 1: altered\nrecord: 1 cases and 0 other streams verified, 1 broken\n`,
  );
});
