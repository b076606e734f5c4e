import { TemporalEngine } from '@lianban/api/engine/temporal-engine';
import { NoticeFeed } from '@lianban/api/live/feed';
import { receive } from '@lianban/db/submission';
import { testDatabase, type TestDatabase } from '@lianban/db/testing/database';
import { actorOf, RecordedCase } from '@lianban/db/testing/recorded-case';
import { caseWorkflowId } from '@lianban/workflows/messages';
import { Client, Connection } from '@temporalio/client';
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testServer } from '../support/environment.ts';
import { newNamespace } from '../support/namespace.ts';

const log = pino({ level: 'silent' });

let database: TestDatabase;
let connection: Connection;
let feed: NoticeFeed;
let client: Client;
beforeAll(async () => {
  database = await testDatabase();
  connection = await Connection.connect({ address: testServer('LIANBAN_TEST_TEMPORAL') });
  client = new Client({ connection, namespace: await newNamespace(connection) });
  feed = await NoticeFeed.open(database.url, log);
});
afterAll(async () => {
  await feed.close();
  await connection.close();
  await database.drop();
});

/** Longer than a test may take: whoever waits for the engine here waits in vain, because no worker is there. */
const PATIENCE_MS = 600_000;
const engineOf = (patienceMs: number): TemporalEngine =>
  new TemporalEngine({ client, pool: database.pool, turns: feed, log, suspect: () => undefined, patienceMs });

/** A case with a workflow that nobody works on, and an answer received for it. */
async function waitingAnswer() {
  const life = await RecordedCase.open(database.pool);
  const workflowId = caseWorkflowId(life.caseId);
  await client.workflow.start('informedCommitment_2023_12', { workflowId, taskQueue: 'nobody', args: [] });
  const answer = { caseId: life.caseId, by: actorOf('WIN'), duty: 'intake', outcome: 'accept', flow: {}, form: {} };
  const { submission } = await receive(database.pool, { requestId: randomUUID(), ...answer });
  return { life, submission };
}

test('an answer is recorded as soon as the record has it, although the engine has said nothing yet', async () => {
  const { life, submission } = await waitingAnswer();
  const delivery = engineOf(PATIENCE_MS).deliver(submission);
  await life.submit(submission.input);
  expect(await delivery).toEqual({ state: 'recorded' });
});

test('an answer sent twice is told to both senders, and the turn of another to neither', async () => {
  const [one, other] = [await waitingAnswer(), await waitingAnswer()];
  const engine = engineOf(PATIENCE_MS);
  const deliveries = [engine.deliver(one.submission), engine.deliver(one.submission)];
  let heard = 0;
  for (const delivery of deliveries) void delivery.then(() => (heard += 1));
  const after = engine.deliver(other.submission);
  await other.life.submit(other.submission.input);
  expect(await after).toEqual({ state: 'recorded' });
  expect(heard).toBe(0);
  await one.life.submit(one.submission.input);
  expect(await Promise.all(deliveries)).toEqual([{ state: 'recorded' }, { state: 'recorded' }]);
});

test('what neither record nor engine has told within patience is being recorded', async () => {
  const { submission } = await waitingAnswer();
  expect(await engineOf(300).deliver(submission)).toEqual({ state: 'recording' });
});
