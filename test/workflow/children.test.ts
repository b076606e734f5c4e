import { randomUUID } from 'node:crypto';
import { receiveApplication } from '@lianban/db/opening';
import { caseState } from '@lianban/db/queries/case-state';
import { select, selectFirst } from '@lianban/db/queryable';
import { receive } from '@lianban/db/submission';
import { actorOf, DRUGSTORE } from '@lianban/db/testing/recorded-case';
import { verifyCase } from '@lianban/db/verify-chain';
import type { Role } from '@lianban/domain/role';
import { ANSWER, caseWorkflowId, type AnswerArgument } from '@lianban/workflows/messages';
import { ordinaryPermitInFull } from '@lianban/workflows/procedures/ordinary-permit/2023-07';
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

/** Longer than a message that did not get through waits to be tried again. */
const PATIENCE_MS = 90_000;

/** Receives an answer to the open duty of this step and hands it to the workflow of the case. */
async function answer(caseId: string, step: string, outcome: string): Promise<void> {
  const { pool } = running.database;
  const duty = await eventually(`${step} is open`, () =>
    selectFirst<{ key: string; role: Role }>(pool, {
      text: `SELECT key, role FROM duty WHERE case_id = $1 AND step = $2 AND state = 'open'`,
      values: [caseId, step],
    }),
  );
  const by = actorOf(duty.role, duty.role === 'APP' ? 1 : 0);
  const requestId = randomUUID();
  const given = { requestId, caseId, by, duty: duty.key, outcome, flow: {}, form: {} };
  const { submission } = await receive(pool, given);
  if (submission.input.kind !== 'answer') throw new Error('not an answer');
  const args: [AnswerArgument] = [submission.input];
  const handle = running.client.workflow.getHandle(caseWorkflowId(caseId));
  await handle.executeUpdate(ANSWER, { args, updateId: requestId });
}

const childrenOf = (caseId: string) =>
  select<{ caseId: string; ending: string | null }>(running.database.pool, {
    text: 'SELECT case_id AS "caseId", ending FROM case_file WHERE parent_case_id = $1 AND parent_duty IS NOT NULL',
    values: [caseId],
  });

/** A device licence whose review has found that it needs an inspection, and the case of that inspection. */
async function inspected(): Promise<{ readonly parent: string; readonly child: string }> {
  const parent = randomUUID();
  await receiveApplication(running.database.pool, {
    ...{ requestId: randomUUID(), caseId: parent, by: actorOf('APP', 1), enterpriseId: DRUGSTORE, province: 'CQ' },
    ...{
      item: 'device-production-licence',
      procedure: ordinaryPermitInFull,
      form: {},
      draftId: null,
      commitment: null,
    },
  });
  await eventually('case opens', () => caseState(running.database.pool, parent), PATIENCE_MS);
  await answer(parent, 'intake', 'accept');
  await answer(parent, 'assign', 'assign');
  await answer(parent, 'review', 'inspect');
  const [opened] = await eventually('the inspection opens', async () => {
    const children = await childrenOf(parent);
    return children.length > 0 && children;
  });
  if (opened === undefined) throw new Error('no inspection');
  return { parent, child: opened.caseId };
}

test('an inspection is a case of its own that tells its parent how it ended, whatever dies in between', async () => {
  const { pool } = running.database;
  const { parent, child } = await inspected();
  await answer(child, 'approveInspection', 'approve');
  await answer(child, 'planInspection', 'announced');
  await answer(child, 'beginInspection', 'begin');
  await answer(child, 'inspectDevice', 'conforms');
  const last = answer(child, 'auditReport', 'uphold').catch(() => undefined);
  await eventually('the inspection is over', async () => (await caseState(pool, child))?.state === 'closed');
  await worker.kill();
  worker = await WorkerProcess.start(running);
  await last;
  await eventually(
    'the parent goes on',
    () => selectFirst(pool, { text: `SELECT FROM duty WHERE case_id = $1 AND step = 'assess'`, values: [parent] }),
    PATIENCE_MS,
  );
  expect(await childrenOf(parent)).toEqual([{ caseId: child, ending: 'conforms' }]);
  const told = await select<{ kind: string; outcome: string }>(pool, {
    text: `SELECT kind, input ->> 'outcome' AS outcome FROM case_event WHERE case_id = $1 AND kind = 'childEnded'`,
    values: [parent],
  });
  expect(told).toEqual([{ kind: 'childEnded', outcome: 'conforms' }]);
  expect([await verifyCase(pool, parent), await verifyCase(pool, child)]).toEqual([[], []]);
}, 180_000);

test('a parent that is withdrawn discontinues the inspection that has not begun', async () => {
  const { parent, child } = await inspected();
  await answer(parent, 'withdraw', 'withdraw');
  await eventually(
    'the inspection is over',
    async () => (await childrenOf(parent)).every(({ caseId, ending }) => caseId === child && ending === 'discontinued'),
    PATIENCE_MS,
  );
  expect(await verifyCase(running.database.pool, child)).toEqual([]);
}, 180_000);
