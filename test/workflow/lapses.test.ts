import { select } from '@lianban/db/queryable';
import { actorOf } from '@lianban/db/testing/recorded-case';
import { receive } from '@lianban/db/submission';
import { verifyCase } from '@lianban/db/verify-chain';
import { epochMs, instant, type Instant } from '@lianban/domain/civil-date';
import { sweepLapses } from '@lianban/worker/lapses';
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { CarriedCase } from '../support/carried-case.ts';
import { startEngineStack, type EngineStack } from '../support/engine-stack.ts';
import { eventually } from '../support/eventually.ts';
import { limited } from '../support/limited.ts';

// The workflows here would look after their own lapses within days; whatever lapses, the sweep has turned.
const NEVER_MS = 1e10;

let stack: EngineStack;
beforeAll(async () => {
  stack = await startEngineStack();
});
afterAll(() => stack.stop());

const sweeps: ReturnType<typeof sweepLapses>[] = [];
const sweep = (): number => sweeps.push(sweepLapses(stack.database.url, pino({ level: 'silent' })));
afterEach(async () => {
  await Promise.all(sweeps.splice(0).map((running) => running.stop()));
});

/** A case whose intake is accepted by silence so soon. */
const open = (hours: number): Promise<CarriedCase> =>
  CarriedCase.open(stack, limited('permit.intake', { hours }), { lapseSpreadMs: NEVER_MS });

const lapsed = (carried: CarriedCase): Promise<unknown> =>
  eventually('the intake lapses', async () => (await carried.kinds()).includes('lapse'));

test('each lapse is turned once, at its instant, however many sweep', async () => {
  const cases = await Promise.all(Array.from({ length: 12 }, () => open(0.001)));
  sweep();
  sweep();
  sweep();
  for (const carried of cases) await lapsed(carried);
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  for (const carried of cases) {
    const [opened, lapse, ...more] = await select<{ at: Instant; recordedAt: Instant }>(stack.database.pool, {
      text: 'SELECT at, recorded_at AS "recordedAt" FROM case_event WHERE case_id = $1 ORDER BY version',
      values: [carried.caseId],
    });
    expect(more).toEqual([]);
    expect(epochMs(lapse?.at ?? instant(0)) - epochMs(opened?.at ?? instant(0))).toBe(3_600);
    expect(epochMs(lapse?.recordedAt ?? instant(0))).toBeGreaterThanOrEqual(epochMs(lapse?.at ?? instant(0)));
    expect(await verifyCase(stack.database.pool, carried.caseId)).toEqual([]);
  }
});

test('the workflow goes on from the row that it did not write', async () => {
  const carried = await open(0.0005);
  sweep();
  await lapsed(carried);
  await carried.answer('propose', 'proposeGrant');
  expect(await carried.kinds()).toEqual(['open', 'lapse', 'answer']);
  expect(await verifyCase(stack.database.pool, carried.caseId)).toEqual([]);
});

test('an answer received in time comes first, although it is recorded afterwards', async () => {
  const carried = await open(0.001);
  const input = await carried.received('intake', 'accept');
  sweep();
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  expect(await carried.kinds()).toEqual(['open']);
  await carried.send(input);
  expect(await carried.kinds()).toEqual(['open', 'answer']);
});

test('an answer received after the last moment is refused by a workflow that has not heard of the lapse', async () => {
  const carried = await open(0.0005);
  sweep();
  await lapsed(carried);
  const { submission } = await receive(stack.database.pool, {
    ...{ requestId: randomUUID(), caseId: carried.caseId, by: actorOf('WIN'), duty: 'intake', outcome: 'accept' },
    ...{ flow: {}, form: {} },
  });
  if (submission.input.kind !== 'answer') throw new Error('not an answer');
  await expect(carried.send(submission.input)).rejects.toMatchObject({ cause: { type: 'STALE_DUTY' } });
});

test('a case that cannot be turned holds up no other', async () => {
  const broken = await open(0.0005);
  await select(stack.database.pool, {
    text: `UPDATE case_file SET edition = '1999-01' WHERE case_id = $1`,
    values: [broken.caseId],
  });
  const well = await open(0.0005);
  sweep();
  await lapsed(well);
  expect(await broken.kinds()).toEqual(['open']);
});
