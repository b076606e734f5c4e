import { openPool } from '@lianban/db/pool';
import { periodCaseId } from '@lianban/db/child-case-id';
import { lockCase } from '@lianban/db/locks';
import { select, selectFirst } from '@lianban/db/queryable';
import { waitsForLock } from '@lianban/db/testing/waits-for-lock';
import { CALENDAR_SCHEDULE } from '@lianban/workflows/messages';
import { ScheduleOverlapPolicy } from '@temporalio/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { startRunningService, type RunningService } from '../support/running-service.ts';
import { WorkerProcess } from '../support/worker-process.ts';

let running: RunningService;
let worker: WorkerProcess;
beforeAll(async () => {
  running = await startRunningService();
  worker = await WorkerProcess.start(running);
});
afterAll(async () => {
  await worker.stop();
  await running.stop();
});

/** Lets the Schedule fire as it did at ten past midnight of those days in Beijing, all at once, whatever day it is now. */
const fireOn = (day: string, lastDay: string = day): Promise<void> =>
  running.client.schedule.getHandle(CALENDAR_SCHEDULE).backfill({
    start: new Date(`${day}T00:09:00+08:00`),
    end: new Date(`${lastDay}T00:11:00+08:00`),
    overlap: ScheduleOverlapPolicy.ALLOW_ALL,
  });

const runs = async (status: string): Promise<number> => {
  const { count } = await running.client.workflow.count(
    `WorkflowType = 'openByCalendar' AND ExecutionStatus = '${status}'`,
  );
  return count;
};

const received = (): Promise<readonly { readonly requestId: string }[]> =>
  select(running.database.pool, {
    text: `SELECT request_id AS "requestId" FROM submission WHERE payload ? 'quarter' ORDER BY request_id`,
  });

test('a worker that starts sees to a Schedule that looks every day at ten past midnight in Beijing', async () => {
  const { spec, policies, state } = await running.client.schedule.getHandle(CALENDAR_SCHEDULE).describe();
  expect(spec).toMatchObject({ timezone: 'Asia/Shanghai' });
  expect(spec.calendars).toMatchObject([{ hour: [{ start: 0, end: 0 }], minute: [{ start: 10, end: 10 }] }]);
  expect(policies).toMatchObject({ overlap: 'SKIP', catchupWindow: 24 * 60 * 60 * 1000 });
  expect(state.paused).toBe(false);
});

test('a worker that is killed while it opens a ledger leaves one that the next opens, once, and the relay carries it on', async () => {
  const { pool } = running.database;
  const caseId = periodCaseId('quarter:CQ:2026Q3');
  const blocking = openPool(running.database.url, { max: 1, patienceMs: 60_000 });
  const holder = await blocking.connect();
  try {
    await holder.query(`BEGIN; ${lockCase(caseId)}`);
    await fireOn('2026-09-01');
    expect(await waitsForLock(pool)).toBe(true);
    await worker.kill();
    await holder.query('COMMIT');
  } finally {
    holder.release();
    await blocking.end();
  }
  expect(await received()).toEqual([]);
  worker = await WorkerProcess.start(running);
  await eventually('the run is finished by another worker', async () => (await runs('Completed')) === 1, 60_000);
  expect(await received()).toEqual([{ requestId: 'quarter:CQ:2026Q3' }]);
  const file = await eventually(
    'the relay opens the case',
    () =>
      selectFirst<{ number: string; state: string }>(pool, {
        text: 'SELECT number, state FROM case_file WHERE case_id = $1',
        values: [caseId],
      }),
    40_000,
  );
  expect(file).toMatchObject({ state: 'open' });
  const owed = await select(pool, {
    text: `SELECT DISTINCT due_on AS "dueOn", count(*) OVER ()::int AS regions FROM duty WHERE case_id = $1 AND step = 'compile'`,
    values: [caseId],
  });
  expect(owed).toEqual([{ dueOn: '2026-09-20', regions: 5 }]);
});

test('a Schedule that fires again and again, for days of the month at once and for one after it, opens nothing more', async () => {
  const before = await runs('Completed');
  await fireOn('2026-09-27', '2026-10-01');
  await eventually('every run is finished', async () => (await runs('Completed')) === before + 5, 30_000);
  expect(await received()).toEqual([{ requestId: 'quarter:CQ:2026Q3' }]);
  const cases = await select(running.database.pool, {
    text: `SELECT count(*)::int AS count FROM case_file WHERE procedure = 'quarterly-ledger'`,
  });
  expect(cases).toEqual([{ count: 1 }]);
});

test('what fired so often has opened the meetings of the year too, once, and the relay carries them on', async () => {
  const { pool } = running.database;
  const years = await select(pool, {
    text: `SELECT request_id AS "requestId" FROM submission WHERE payload ? 'meetings'`,
  });
  expect(years).toEqual([{ requestId: 'year:CQ:2026' }]);
  const file = await eventually(
    'the relay opens the case',
    () =>
      selectFirst<{ procedure: string; state: string }>(pool, {
        text: 'SELECT procedure, state FROM case_file WHERE case_id = $1',
        values: [periodCaseId('year:CQ:2026')],
      }),
    40_000,
  );
  expect(file).toEqual({ procedure: 'district-meetings', state: 'open' });
});

test('a ledger of the next quarter is another one', async () => {
  await fireOn('2026-12-01');
  await eventually('it is received', async () => (await received()).length === 2);
  expect(await received()).toEqual([{ requestId: 'quarter:CQ:2026Q3' }, { requestId: 'quarter:CQ:2026Q4' }]);
});
