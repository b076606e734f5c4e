import { randomUUID } from 'node:crypto';
import type { Input } from '@lianban/workflows/kernel/entry';
import { Runner } from '@lianban/workflows/kernel/runner';
import { informedCommitment } from '@lianban/workflows/procedures/informed-commitment/2023-12';
import { scenarios as commitmentScenarios } from '@lianban/workflows/procedures/informed-commitment/scenarios';
import { parallelRegistrationLicensing } from '@lianban/workflows/procedures/parallel-registration-licensing/2022-03';
import { scenarios as parallelScenarios } from '@lianban/workflows/procedures/parallel-registration-licensing/scenarios';
import { play } from '@lianban/workflows/testing/scenario';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadRows, openingOf } from './load-rows.ts';
import { recordHost } from './record-host.ts';
import { select } from './queryable.ts';
import { testDatabase, type TestDatabase } from './testing/database.ts';
import { actorOf, fileApplication } from './testing/recorded-case.ts';
import { verifyCase } from './verify-chain.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const query = <T extends object>(text: string, ...values: unknown[]) => select<T>(database.pool, { text, values });
const now = new Date().toISOString();
// The record takes no lapse before its time, so only lives that are over by now can be played on it.
const past = [
  { procedure: informedCommitment, scenarios: commitmentScenarios },
  // Clocks that are stopped and started again, branches that are called off, children that are let go.
  { procedure: parallelRegistrationLicensing, scenarios: parallelScenarios },
].flatMap(({ procedure, scenarios }) =>
  scenarios
    .filter(({ acts, receivedOn, until }) => (until ?? acts.at(-1)?.on ?? receivedOn) < now.slice(0, 10))
    .map((scenario) => ({ rule: scenario.rule, procedure, scenario })),
);

/** People of the simulation as people of the record: each keeps being one person. */
function inRecord(people: Map<string, string>, input: Input): Input {
  if (!('by' in input) || input.by === null) return input;
  const personId = people.get(input.by.personId) ?? randomUUID();
  people.set(input.by.personId, personId);
  return { ...input, by: { personId, postId: actorOf(input.by.role).postId, role: input.by.role } };
}

test('there are scenarios to play', () => {
  expect(past.length).toBeGreaterThan(60);
});

test.each(past)('the record agrees with the simulator: $rule', async ({ procedure, scenario }) => {
  const { case: simulated } = await play(procedure, scenario);
  const people = new Map<string, string>();
  const caseId = await fileApplication(database.pool, { item: scenario.item, procedure });
  const filed = await openingOf(database.pool, caseId);
  const inputs = simulated.turns.map(({ row: { input } }) =>
    inRecord(people, input.kind === 'open' ? { ...input, requestId: filed?.requestId ?? '' } : input),
  );
  const runner = new Runner(procedure, caseId, recordHost(database.pool, caseId));
  for (const input of inputs) expect(await runner.submit(input)).not.toBe('deferred');

  const rows = await loadRows(database.pool, caseId);
  const committed = simulated.turns.map(({ row }) => ({
    version: row.version,
    digest: row.digest,
    dues: row.dues,
    amended: row.amended,
    ...(row.cancelled === undefined ? {} : { cancelled: row.cancelled }),
  }));
  expect(rows.map(({ input: _, ...row }) => row)).toEqual(committed);
  const open = await query(
    `SELECT key, step, kind, due_on AS "dueOn", blocked IS NOT NULL AS blocked FROM duty WHERE case_id = $1 AND state = 'open' ORDER BY key`,
    caseId,
  );
  const expected = simulated
    .duties()
    .map(({ key, step, kind, blocked }) => ({ key, step, kind, dueOn: simulated.dueOn(key), blocked }));
  expect(open).toEqual(expected.sort((a, b) => (a.key < b.key ? -1 : 1)));
  expect(await query('SELECT ending FROM case_file WHERE case_id = $1', caseId)).toEqual([
    { ending: simulated.closed },
  ]);
  expect(await verifyCase(database.pool, caseId)).toEqual([]);
});
