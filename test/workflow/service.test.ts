import { randomUUID } from 'node:crypto';
import { auditOf, caseStream } from '@lianban/db/audit';
import { receiveApplication } from '@lianban/db/opening';
import { caseState } from '@lianban/db/queries/case-state';
import { select, selectFirst } from '@lianban/db/queryable';
import { actorOf, DRUGSTORE } from '@lianban/db/testing/recorded-case';
import { verifyCase } from '@lianban/db/verify-chain';
import { caseWorkflowId } from '@lianban/workflows/messages';
import { informedCommitment } from '@lianban/workflows/procedures/informed-commitment/2023-12';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { openedCase } from '../support/opened-case.ts';
import { startRunningService, type RunningService } from '../support/running-service.ts';
import { signIn, type SignedInClient } from '../support/service-client.ts';
import { WorkerProcess } from '../support/worker-process.ts';

let running: RunningService;
let worker: WorkerProcess;
let window: SignedInClient;
beforeAll(async () => {
  running = await startRunningService();
  worker = await WorkerProcess.start(running);
  window = await signIn(running.address, 'hejing');
});
afterAll(async () => {
  await worker.stop();
  await running.stop();
});

const openCase = (): Promise<string> => openedCase(running);

const accept = (caseId: string, requestId: string = randomUUID()) =>
  window.trpc.duty.answer.mutate({ caseId, duty: 'intake', outcome: 'accept', form: {}, requestId });

const alarm = (caseId: string) =>
  selectFirst<{ kind: string; resolved: boolean }>(running.database.pool, {
    text: 'SELECT kind, resolved_at IS NOT NULL AS resolved FROM alarm WHERE case_id = $1',
    values: [caseId],
  });

describe('an answer', () => {
  test('comes back with its version, what opened next and the documents it made', async () => {
    const receipt = await accept(await openCase());
    expect(receipt).toMatchObject({
      ...{ state: 'recorded', version: 2 },
      opened: [{ stepTitle: { zh: '当场审查' }, owner: { role: 'OFF' } }],
      documents: [{ title: { zh: '受理通知书' }, number: expect.stringMatching(/^渝药监受〔\d{4}〕\d+号$/) as string }],
    });
  });

  test('given while no worker is there is received, and recorded once one is', async () => {
    const caseId = await openCase();
    await worker.kill();
    const requestId = randomUUID();
    expect(await accept(caseId, requestId)).toEqual({ state: 'recording', requestId });
    worker = await WorkerProcess.start(running);
    await eventually(
      'answer is recorded',
      async () => (await caseState(running.database.pool, caseId))?.version === 2,
      40_000,
    );
    expect(await accept(caseId, requestId)).toMatchObject({ state: 'recorded', version: 2 });
  });
});

describe('the relay', () => {
  test('opens the case of an application that nobody handed to the engine', async () => {
    const caseId = randomUUID();
    await receiveApplication(running.database.pool, {
      ...{ requestId: randomUUID(), caseId, by: actorOf('APP', 1), enterpriseId: DRUGSTORE, province: 'CQ' },
      ...{ item: 'otc-retail', procedure: informedCommitment, form: {}, draftId: null },
      commitment: { noticeVersion: '1', conditionsMetOn: null },
    });
    await eventually('case opens', () => caseState(running.database.pool, caseId), 30_000);
  });

  test('opens the case in which one goes on that leaves the commitment route', async () => {
    const caseId = await openCase();
    await accept(caseId);
    const officer = await signIn(running.address, 'zhoumin');
    const doubt = { caseId, duty: 'propose', outcome: 'doubt', form: { reasons: '材料前后不一致' } };
    expect(await officer.trpc.duty.answer.mutate({ ...doubt, requestId: randomUUID() })).toMatchObject({
      closed: { zh: '转一般程序' },
    });
    const [continued] = await eventually('the ordinary procedure opens', async () => {
      const rows = await select<{ procedure: string; accepted: boolean }>(running.database.pool, {
        text: `SELECT procedure, acceptance_number IS NOT NULL AS accepted FROM case_file WHERE parent_case_id = $1`,
        values: [caseId],
      });
      return rows.length > 0 && rows;
    });
    expect(continued).toEqual({ procedure: 'ordinary-permit', accepted: true });
  });
});

describe('the healer', () => {
  test('starts a workflow that is missing again from the ledger, raises an alarm and writes it into the audit', async () => {
    const caseId = await openCase();
    await running.client.workflow.getHandle(caseWorkflowId(caseId)).terminate('lost');
    const raised = await eventually('alarm', () => alarm(caseId), 30_000);
    expect(raised).toMatchObject({ kind: 'workflowRestarted' });
    expect(await accept(caseId)).toMatchObject({ state: 'recorded', version: 2 });
    const actions = (await auditOf(running.database.pool, caseStream(caseId))).map(({ action }) => action);
    expect(actions).toContain('engine.restart');
    await eventually('alarm is resolved', async () => (await alarm(caseId))?.resolved === true, 30_000);
    expect(await verifyCase(running.database.pool, caseId)).toEqual([]);
  });

  test('replaces a workflow whose task fails again and again', async () => {
    const caseId = await openCase();
    const workflowId = caseWorkflowId(caseId);
    await running.client.workflow.start('unknownProcedure_2000_01', {
      ...{ workflowId, taskQueue: 'cases', args: [] },
      ...{ workflowIdConflictPolicy: 'TERMINATE_EXISTING', workflowIdReusePolicy: 'ALLOW_DUPLICATE' },
    });
    const requestId = randomUUID();
    expect(await accept(caseId, requestId)).toMatchObject({ state: 'recording' });
    await eventually('alarm', () => alarm(caseId), 100_000);
    await eventually('answer is recorded', async () => (await caseState(running.database.pool, caseId))?.version === 2);
    expect(await accept(caseId, requestId)).toMatchObject({ state: 'recorded', version: 2 });
  });
});
