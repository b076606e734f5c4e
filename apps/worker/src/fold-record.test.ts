import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { testDatabase, type TestDatabase } from '@lianban/db/testing/database';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { informedCommitment } from '@lianban/workflows/procedures/informed-commitment/2023-12';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { foldOpenCases, type Unfolded } from './fold-open-cases.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
}, 120_000);
afterEach(() => database.drop());

/** The released edition as it could have been: the proposal is the section's. */
const otherReading: AnyProcedure = {
  ...informedCommitment,
  steps: { ...informedCommitment.steps, propose: { ...informedCommitment.steps.propose, owner: 'SEC' } },
};

async function acceptedUnder(procedure: AnyProcedure): Promise<string> {
  const life = await RecordedCase.open(database.pool, { procedure });
  await life.answer('intake', 'accept');
  return life.caseId;
}

async function folded(): Promise<{ readonly cases: number; readonly found: readonly Unfolded[] }> {
  const found: Unfolded[] = [];
  const cases = await foldOpenCases(database.pool, (unfolded) => found.push(unfolded));
  return { cases, found };
}

/** Runs the command as somebody who releases does. */
const runCommand = (url: string): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('fold-record.ts', import.meta.url))], {
    env: { ...process.env, DATABASE_URL: url },
    encoding: 'utf8',
  });

test('the present code reads its own ledgers as it wrote them', async () => {
  await acceptedUnder(informedCommitment);
  expect(await folded()).toEqual({ cases: 1, found: [] });
});

test('a case whose ledger another reading wrote is named with the row that differs, and no other case is', async () => {
  await acceptedUnder(informedCommitment);
  const caseId = await acceptedUnder(otherReading);
  const { cases, found } = await folded();
  expect(cases).toBe(2);
  expect(found).toMatchObject([{ caseId, code: 'DRIFT', detail: { version: 2 } }]);
});

test('a closed case is left out: nothing will move it any more', async () => {
  const life = await RecordedCase.open(database.pool, { procedure: otherReading });
  await life.answer('intake', 'accept');
  await life.answer('withdraw', 'withdraw');
  expect(await folded()).toEqual({ cases: 0, found: [] });
});

test('a case under an edition that the present code does not have is named', async () => {
  const caseId = await acceptedUnder({ ...informedCommitment, edition: '2019-12' });
  expect((await folded()).found).toMatchObject([{ caseId, edition: '2019-12', code: 'NO_EDITION' }]);
});

test('as a command, ends with 0 and the count, or with 1 and what drifts', async () => {
  await acceptedUnder(informedCommitment);
  const same = runCommand(database.url);
  expect([same.status, same.stdout]).toEqual([0, 'record: 1 open cases folded, 0 read differently\n']);
  const caseId = await acceptedUnder(otherReading);
  const differing = runCommand(database.url);
  expect(differing.status).toBe(1);
  expect(differing.stdout).toContain(`DRIFT  ${caseId}  informed-commitment 2023-12  {"version":2,`);
  expect(differing.stdout).toMatch(/record: 2 open cases folded, 1 read differently\n$/);
});
