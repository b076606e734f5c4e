import { calendarOf } from '@lianban/db/calendar';
import { select, selectOne } from '@lianban/db/queryable';
import { approved } from '@lianban/db/testing/revising';
import { civilDateOf, epochMs, instant, type CivilDate, type Instant } from '@lianban/domain/civil-date';
import { caseWorkflowId } from '@lianban/workflows/messages';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { openedCase } from '../support/opened-case.ts';
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

const openCase = (): Promise<string> => openedCase(running);

async function closeOffices(days: readonly CivilDate[]): Promise<void> {
  const add = days.map((on) => ({ on, name: '停止办公' }));
  await approved(running.database.pool, { kind: 'closures', province: 'CQ', add, remove: [] });
}

const dueOf = async (caseId: string): Promise<Instant> =>
  (
    await selectOne<{ at: Instant }>(running.database.pool, {
      text: `SELECT due_at AS at FROM duty WHERE case_id = $1 AND key = 'intake'`,
      values: [caseId],
    })
  ).at;

/** When the timer that the workflow set last will wake it. */
async function wakesAt(caseId: string): Promise<number> {
  const { events } = await running.client.workflow.getHandle(caseWorkflowId(caseId)).fetchHistory();
  const last = events?.findLast((event) => event.timerStartedEventAttributes);
  const seconds = (time: { seconds?: unknown; nanos?: number | null } | null | undefined): number =>
    Number(time?.seconds ?? 0) + (time?.nanos ?? 0) / 1e9;
  return (seconds(last?.eventTime) + seconds(last?.timerStartedEventAttributes?.startToFireTimeout)) * 1000;
}

/** Workflows look after their lapse within five minutes of the deadline; the server rounds to seconds. */
const isFor = (ms: number, due: Instant): boolean => ms > epochMs(due) - 2_000 && ms < epochMs(due) + 302_000;

test('workflows whose cases were revised set their timers to the new days, one by one and with nothing done twice', async () => {
  const cases = [await openCase(), await openCase(), await openCase()];
  const [first = ''] = cases;
  const before = await dueOf(first);
  for (const caseId of cases) await eventually('timer is set', async () => isFor(await wakesAt(caseId), before));
  const calendar = await calendarOf(running.database.pool, 'CQ');
  const today = civilDateOf(instant(Date.now()));
  await closeOffices([1, 2].map((ahead) => calendar.addWorkingDays(today, ahead)));
  const after = await dueOf(first);
  expect(epochMs(after)).toBeGreaterThan(epochMs(before));
  for (const caseId of cases) {
    await eventually('timer is set anew', async () => isFor(await wakesAt(caseId), after));
    const kinds = await select<{ kind: string }>(running.database.pool, {
      text: 'SELECT kind FROM case_event WHERE case_id = $1 ORDER BY version',
      values: [caseId],
    });
    expect(kinds.map(({ kind }) => kind)).toEqual(['open', 'redate']);
  }
});

test('a workflow that was away during a revision sets its timer to the new day when it comes back', async () => {
  const caseId = await openCase();
  await worker.kill();
  const calendar = await calendarOf(running.database.pool, 'CQ');
  const today = civilDateOf(instant(Date.now()));
  await closeOffices([calendar.addWorkingDays(today, 3)]);
  worker = await WorkerProcess.start(running);
  const after = await dueOf(caseId);
  await eventually('timer is set anew', async () => isFor(await wakesAt(caseId), after), 40_000);
});
