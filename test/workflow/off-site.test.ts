import { randomUUID } from 'node:crypto';
import { receiveApplication } from '@lianban/db/opening';
import { caseState } from '@lianban/db/queries/case-state';
import { select, selectFirst } from '@lianban/db/queryable';
import { receive } from '@lianban/db/submission';
import { actorOf, DRUGSTORE } from '@lianban/db/testing/recorded-case';
import { verifyCase } from '@lianban/db/verify-chain';
import type { FlowValues } from '@lianban/domain/field';
import type { Role } from '@lianban/domain/role';
import { ANSWER, caseWorkflowId, type AnswerArgument } from '@lianban/workflows/messages';
import { offSiteWorkshop } from '@lianban/workflows/procedures/off-site-workshop/2024-05';
import { varietiesOf } from '@lianban/workflows/procedures/off-site-workshop/scenario-acts';
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

interface Deed {
  readonly caseId: string;
  readonly step: string;
  readonly outcome: string;
  readonly flow?: FlowValues;
}

/** Receives an answer to the open duty of this step and hands it to the workflow of the case. */
async function answer({ caseId, step, outcome, flow = {} }: Deed): Promise<void> {
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
  const by = actorOf(duty.role, duty.role === 'APP' ? 1 : 0);
  const requestId = randomUUID();
  const { submission } = await receive(pool, { requestId, caseId, by, duty: duty.key, outcome, flow, form: {} });
  if (submission.input.kind !== 'answer') throw new Error('not an answer');
  const args: [AnswerArgument] = [submission.input];
  const handle = running.client.workflow.getHandle(caseWorkflowId(caseId));
  await handle.executeUpdate(ANSWER, { args, updateId: requestId });
}

const varietiesUnder = (caseId: string) =>
  eventually(
    'the varieties open',
    async () => {
      const rows = await select<{ caseId: string }>(running.database.pool, {
        text: `SELECT case_id AS "caseId" FROM case_file WHERE parent_case_id = $1 AND procedure = 'off-site-variety'`,
        values: [caseId],
      });
      return rows.length === 2 && rows;
    },
    PATIENCE_MS,
  );

const standingsHeard = (caseId: string) =>
  select<{ outcome: string }>(running.database.pool, {
    text: `SELECT input ->> 'outcome' AS outcome FROM case_event WHERE case_id = $1 AND kind = 'parentTold' ORDER BY version`,
    values: [caseId],
  });

test('a site tells both its varieties how it stands, in order and once, whatever dies in between', async () => {
  const { pool } = running.database;
  const site = randomUUID();
  await receiveApplication(pool, {
    ...{ requestId: randomUUID(), caseId: site, by: actorOf('APP', 1), enterpriseId: DRUGSTORE, province: 'CQ' },
    ...{ item: 'drug-off-site-workshop', procedure: offSiteWorkshop, form: {}, draftId: null, commitment: null },
  });
  await eventually('the case opens', () => caseState(pool, site), PATIENCE_MS);
  const did = (step: string, outcome: string, flow?: FlowValues): Promise<void> =>
    answer({ caseId: site, step, outcome, ...(flow === undefined ? {} : { flow }) });
  await did('intake', 'accept');
  await did('chooseRoute', 'homeWithConsent', varietiesOf(['阿罗替尼', '品种二']));
  await did('draftLetter', 'propose');
  await did('auditLetter', 'agree');
  await did('signLetter', 'send');
  const varieties = await varietiesUnder(site);
  await did('orderInspection', 'order');
  await worker.kill();
  const disagreed = did('awaitReply', 'disagree').catch(() => undefined);
  worker = await WorkerProcess.start(running);
  await disagreed;
  await did('negotiate', 'agreed');
  for (const { caseId } of varieties) {
    await eventually('every standing is heard', async () => (await standingsHeard(caseId)).length === 3, PATIENCE_MS);
    const heard = (await standingsHeard(caseId)).map(({ outcome }) => outcome);
    expect(heard).toEqual(['inspecting', 'awaiting', 'inspecting']);
    expect(await verifyCase(pool, caseId)).toEqual([]);
  }
  expect(await verifyCase(pool, site)).toEqual([]);
}, 240_000);
