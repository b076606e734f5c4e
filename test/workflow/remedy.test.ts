import { randomUUID } from 'node:crypto';
import { receiveApplication } from '@lianban/db/opening';
import { caseState } from '@lianban/db/queries/case-state';
import { select, selectFirst } from '@lianban/db/queryable';
import { openRemedy } from '@lianban/db/remedy';
import { receive } from '@lianban/db/submission';
import { actorOf, DRUGSTORE } from '@lianban/db/testing/recorded-case';
import { scopeIn } from '@lianban/db/testing/secret-case';
import { verifyCase } from '@lianban/db/verify-chain';
import { civilDateOf, instant } from '@lianban/domain/civil-date';
import type { FlowValues } from '@lianban/domain/field';
import type { Role } from '@lianban/domain/role';
import { ANSWER, caseWorkflowId, type AnswerArgument } from '@lianban/workflows/messages';
import { ordinaryPermitWithDeferral } from '@lianban/workflows/procedures/ordinary-permit/2024-01';
import { remedy } from '@lianban/workflows/procedures/remedy/2024-01';
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

async function answer(caseId: string, step: string, outcome: string, flow: FlowValues = {}): Promise<void> {
  const { pool } = running.database;
  const duty = await eventually(
    `${step} is open`,
    () =>
      selectFirst<{ key: string; role: Role }>(pool, {
        text: `SELECT key, role FROM duty WHERE case_id = $1 AND step = $2 AND state = 'open'`,
        values: [caseId, step],
      }),
    PATIENCE_MS,
  );
  const requestId = randomUUID();
  const by = actorOf(duty.role, duty.role === 'APP' ? 1 : 0);
  const { submission } = await receive(pool, { requestId, caseId, by, duty: duty.key, outcome, flow, form: {} });
  if (submission.input.kind !== 'answer') throw new Error('not an answer');
  const args: [AnswerArgument] = [submission.input];
  await running.client.workflow.getHandle(caseWorkflowId(caseId)).executeUpdate(ANSWER, { args, updateId: requestId });
}

test(
  'what is set aside is done again in a case of its own, which the engine opens from the remedy',
  { timeout: 4 * PATIENCE_MS },
  async () => {
    const { pool } = running.database;
    const decided = randomUUID();
    await receiveApplication(pool, {
      ...{ requestId: randomUUID(), caseId: decided, by: actorOf('APP', 1), enterpriseId: DRUGSTORE, province: 'CQ' },
      ...{ item: 'otc-retail', procedure: ordinaryPermitWithDeferral, form: {}, draftId: null, commitment: null },
    });
    await eventually('case opens', () => caseState(pool, decided), PATIENCE_MS);
    await answer(decided, 'intake', 'refuse');
    const today = civilDateOf(instant(Date.now()));
    const contest = randomUUID();
    await openRemedy(pool, {
      ...{ requestId: randomUUID(), caseId: contest, against: decided, kind: 'reconsideration', soughtOn: today },
      ...{ form: {}, by: actorOf('LEG'), scope: scopeIn('LEG', 'cq-legal'), procedure: remedy },
    });
    await eventually('remedy opens', () => caseState(pool, contest), PATIENCE_MS);
    await answer(contest, 'registerRemedy', 'admitted', { arrivedOn: today });
    await answer(contest, 'answerReconsideration', 'file');
    await answer(contest, 'awaitRuling', 'redo', { arrivedOn: today, barred: '非本机关职权' });
    const [again] = await eventually(
      'the matter is taken up again',
      async () => {
        const found = await select<{ caseId: string }>(pool, {
          text: 'SELECT case_id AS "caseId" FROM case_file WHERE parent_case_id = $1',
          values: [contest],
        });
        return found.length > 0 ? found : undefined;
      },
      PATIENCE_MS,
    );
    if (again === undefined) throw new Error('nothing was taken up again');
    await answer(again.caseId, 'intake', 'accept');
    await answer(again.caseId, 'assign', 'assign');
    await answer(again.caseId, 'review', 'pass');
    await answer(again.caseId, 'redraft', 'proposeGrant');
    expect(await caseState(pool, contest)).toMatchObject({ state: 'closed', ending: 'redone' });
    expect(await caseState(pool, decided)).toMatchObject({ state: 'closed', ending: 'notAccepted' });
    for (const id of [decided, contest, again.caseId]) expect(await verifyCase(pool, id)).toEqual([]);
  },
);
