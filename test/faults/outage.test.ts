import { randomUUID } from 'node:crypto';
import { lockCase } from '@lianban/db/locks';
import { select, selectFirst, selectOne } from '@lianban/db/queryable';
import { inTransaction } from '@lianban/db/transaction';
import { verifyCase } from '@lianban/db/verify-chain';
import { epochMs, type Instant } from '@lianban/domain/civil-date';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { CarriedCase } from '../support/carried-case.ts';
import { testServer } from '../support/environment.ts';
import { eventually } from '../support/eventually.ts';
import { limited } from '../support/limited.ts';
import { Line } from '../support/line.ts';
import { startRunningService, type RunningService } from '../support/running-service.ts';
import { signIn, type SignedInClient } from '../support/service-client.ts';
import { WorkerProcess } from '../support/worker-process.ts';

/** Long enough to open a case and cut a line before its intake is accepted by silence. */
const LIMIT_HOURS = 0.002;
/** Whoever has lost a server tries again after pauses that grow with the outage. */
const RECOVERY_MS = 60_000;
/** Rounds enough for whoever would do something twice. */
const ROUNDS_MS = 2_500;

let engine: Line;
let record: Line;
let running: RunningService;
let worker: WorkerProcess;
let window: SignedInClient;

beforeAll(async () => {
  engine = await Line.to(testServer('LIANBAN_TEST_TEMPORAL'));
  record = await Line.to(new URL(testServer('LIANBAN_TEST_DATABASE_URL')).host);
  running = await startRunningService(null, ({ databaseUrl }) => ({
    ...{ databaseUrl: withHost(databaseUrl, record.address), temporalAddress: engine.address },
  }));
  worker = await WorkerProcess.start(running);
  window = await signIn(running.address, 'hejing');
});
afterEach(() => {
  engine.mend();
  record.mend();
  expect(worker.isAlive).toBe(true);
});
afterAll(async () => {
  await worker.stop();
  await running.stop();
  await Promise.all([engine.remove(), record.remove()]);
});

function withHost(databaseUrl: string, host: string): string {
  const url = new URL(databaseUrl);
  url.host = host;
  return url.href;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A case whose intake is accepted by silence so soon; the last instant of it. */
async function openWithDeadline(): Promise<{ readonly carried: CarriedCase; readonly due: Instant }> {
  const carried = await CarriedCase.open(running, limited('permit.intake', { hours: LIMIT_HOURS }));
  const { due } = await selectOne<{ due: Instant }>(running.database.pool, {
    text: `SELECT due_at AS due FROM duty WHERE case_id = $1 AND step = 'intake'`,
    values: [carried.caseId],
  });
  return { carried, due };
}

const databaseTime = async (): Promise<Instant> =>
  (await selectOne<{ now: Instant }>(running.database.pool, { text: 'SELECT clock_timestamp() AS now' })).now;

interface LedgerRow {
  readonly kind: string;
  readonly at: Instant;
  readonly recordedAt: Instant;
}

const rowsOf = ({ caseId }: CarriedCase): Promise<readonly LedgerRow[]> =>
  select<LedgerRow>(running.database.pool, {
    text: 'SELECT kind, at, recorded_at AS "recordedAt" FROM case_event WHERE case_id = $1 ORDER BY version',
    values: [caseId],
  });

const has = (carried: CarriedCase, kind: string): Promise<LedgerRow> =>
  eventually(
    `the case has its ${kind}`,
    async () => (await rowsOf(carried)).find((row) => row.kind === kind),
    RECOVERY_MS,
  );

test('a limit passes at its instant although the engine is away, once, and the workflow goes on from there', async () => {
  const { carried, due } = await openWithDeadline();
  engine.cut();
  expect(await carried.kinds()).toEqual(['open']);
  expect((await has(carried, 'lapse')).at).toBe(due);
  await pause(ROUNDS_MS);
  expect(await carried.kinds()).toEqual(['open', 'lapse']);
  engine.mend();
  await carried.answer('propose', 'proposeGrant');
  expect(await carried.kinds()).toEqual(['open', 'lapse', 'answer']);
  expect(await verifyCase(running.database.pool, carried.caseId)).toEqual([]);
});

test('an act done while the engine is away is received, and recorded once when the engine is back', async () => {
  const carried = await CarriedCase.open(running);
  const { caseId } = carried;
  const requestId = randomUUID();
  const accept = () =>
    window.trpc.duty.answer.mutate({ caseId, duty: 'intake', outcome: 'accept', form: {}, requestId });
  engine.cut();
  expect(await accept()).toEqual({ state: 'recording', requestId });
  expect(await carried.kinds()).toEqual(['open']);
  engine.mend();
  await has(carried, 'answer');
  expect(await accept()).toMatchObject({ state: 'recorded', version: 2 });
  expect(await carried.kinds()).toEqual(['open', 'answer']);
  expect(await verifyCase(running.database.pool, caseId)).toEqual([]);
});

test('when the record was away at a deadline, an answer received in time wins and a silence still has its instant', async () => {
  const answered = await openWithDeadline();
  const silent = await openWithDeadline();
  await answered.carried.received('intake', 'accept');
  record.cut();
  expect(epochMs(await databaseTime())).toBeLessThan(epochMs(answered.due));
  await eventually('both limits have passed', async () => epochMs(await databaseTime()) > epochMs(silent.due) + 500);
  const mendedAt = await databaseTime();
  expect([await answered.carried.kinds(), await silent.carried.kinds()]).toEqual([['open'], ['open']]);
  record.mend();

  const lapse = await has(silent.carried, 'lapse');
  expect(lapse.at).toBe(silent.due);
  expect(epochMs(lapse.recordedAt)).toBeGreaterThan(epochMs(mendedAt));
  const answer = await has(answered.carried, 'answer');
  expect(epochMs(answer.at)).toBeLessThan(epochMs(answered.due));
  await pause(ROUNDS_MS);
  expect(await silent.carried.kinds()).toEqual(['open', 'lapse']);
  expect(await answered.carried.kinds()).toEqual(['open', 'answer']);
  for (const { caseId } of [silent.carried, answered.carried])
    expect(await verifyCase(running.database.pool, caseId)).toEqual([]);
});

test('a worker that loses the record in the middle of a turn survives it and writes the turn once', async () => {
  const carried = await CarriedCase.open(running);
  const input = await carried.received('intake', 'accept');
  const { pool } = running.database;
  const { recorded } = await inTransaction(pool, lockCase(carried.caseId), async () => {
    const sent = carried.send(input);
    await eventually('the turn waits for its case', () =>
      selectFirst(pool, {
        text: `SELECT l.pid FROM pg_locks l JOIN pg_database d ON d.oid = l.database
          WHERE d.datname = current_database() AND l.locktype = 'advisory' AND NOT l.granted`,
      }),
    );
    record.cut();
    return { recorded: sent };
  });
  expect(await carried.kinds()).toEqual(['open']);
  record.mend();
  await has(carried, 'answer');
  expect(await recorded).toMatchObject({ version: 2 });
  expect(await carried.kinds()).toEqual(['open', 'answer']);
  expect(await verifyCase(pool, carried.caseId)).toEqual([]);
});

test('a worker started while the engine is away turns silences, and carries its cases on when the engine is back', async () => {
  const { carried, due } = await openWithDeadline();
  await worker.stop();
  engine.cut();
  expect(await carried.kinds()).toEqual(['open']);
  worker = await WorkerProcess.start(running, 'sweeping lapses');
  expect((await has(carried, 'lapse')).at).toBe(due);
  engine.mend();
  await carried.answer('propose', 'proposeGrant');
  expect(await carried.kinds()).toEqual(['open', 'lapse', 'answer']);
  expect(await verifyCase(running.database.pool, carried.caseId)).toEqual([]);
});

test('a service started while the engine is away receives acts, which are recorded when the engine is back', async () => {
  const carried = await CarriedCase.open(running);
  const { caseId } = carried;
  engine.cut();
  const second = await running.another();
  try {
    const clerk = await signIn(second.address, 'hejing');
    const act = { caseId, duty: 'intake', outcome: 'accept', form: {}, requestId: randomUUID() };
    expect(await clerk.trpc.duty.answer.mutate(act)).toMatchObject({ state: 'recording' });
    engine.mend();
    await has(carried, 'answer');
    expect(await clerk.trpc.duty.answer.mutate(act)).toMatchObject({ state: 'recorded', version: 2 });
  } finally {
    await second.stop();
  }
});

test('when connections to the record die without a word, a silence is late by seconds and has its own instant', async () => {
  const { carried, due } = await openWithDeadline();
  record.silence();
  try {
    expect(epochMs(await databaseTime())).toBeLessThan(epochMs(due));
    expect((await has(carried, 'lapse')).at).toBe(due);
    expect(await verifyCase(running.database.pool, carried.caseId)).toEqual([]);
  } finally {
    record.cut(); // whoever still waits for an answer learns that none comes
  }
});
