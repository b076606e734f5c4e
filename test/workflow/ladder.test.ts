import { select } from '@lianban/db/queryable';
import { openDuty } from '@lianban/db/testing/open-duty';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { createWorker } from '@lianban/worker/worker';
import { addHours, instant } from '@lianban/domain/civil-date';
import { LADDER_SCHEDULE, SWEEP_LADDER } from '@lianban/workflows/messages';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEngineStack, type EngineStack } from '../support/engine-stack.ts';
import { testServer } from '../support/environment.ts';
import { eventually } from '../support/eventually.ts';

let stack: EngineStack;
beforeAll(async () => {
  stack = await startEngineStack();
});
afterAll(() => stack.stop());

const schedule = () => stack.client.schedule.getHandle(LADDER_SCHEDULE);

test('a worker that starts sees to a Schedule that sweeps every minute, never two sweeps at once', async () => {
  const { spec, policies, action, state } = await schedule().describe();
  expect(spec.intervals).toMatchObject([{ every: 60_000 }]);
  expect(policies).toMatchObject({ overlap: 'SKIP', catchupWindow: 60_000 });
  expect(action).toMatchObject({ type: 'startWorkflow', workflowType: SWEEP_LADDER });
  expect(state.paused).toBe(false);
});

test('what the Schedule starts sends the rungs whose moment has come', async () => {
  const { pool } = stack.database;
  const { caseId } = await RecordedCase.open(pool);
  const from = addHours(instant(Date.now()), -24 * 60);
  await openDuty(pool, { caseId, key: 'propose', limit: { workingDays: 10 }, from });
  await schedule().trigger();
  const rungs = await eventually('rungs are sent', async () => {
    const sent = await select<{ rung: string }>(pool, {
      text: 'SELECT rung FROM reminder WHERE case_id = $1 ORDER BY for_at',
      values: [caseId],
    });
    return sent.length > 0 && sent.map(({ rung }) => rung);
  });
  expect(rungs.slice(0, 4)).toEqual(['reminder', 'yellow', 'orange', 'red']);
});

test('a Schedule that somebody has paused stays paused when another worker starts', async () => {
  await schedule().pause('an operator looks at something');
  const worker = await createWorker({
    ...{ databaseUrl: stack.database.url, temporalAddress: testServer('LIANBAN_TEST_TEMPORAL') },
    ...{ namespace: stack.namespace, cachedCases: 10, bundle: testServer('LIANBAN_WORKFLOW_BUNDLE') },
  });
  const running = worker.run();
  worker.shutdown();
  await running;
  const { state } = await schedule().describe();
  expect(state).toMatchObject({ paused: true, note: 'an operator looks at something' });
  await schedule().unpause();
});
