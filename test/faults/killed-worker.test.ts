import { randomUUID } from 'node:crypto';
import { carry } from '@lianban/api/engine/case-workflow';
import { caseState } from '@lianban/db/queries/case-state';
import { select, selectFirst } from '@lianban/db/queryable';
import { fileApplication } from '@lianban/db/testing/recorded-case';
import { seatTeam } from '@lianban/db/testing/seated-team';
import { verifyCase } from '@lianban/db/verify-chain';
import { caseWorkflowId } from '@lianban/workflows/messages';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testServer } from '../support/environment.ts';
import { eventually } from '../support/eventually.ts';
import { filledForm } from '../support/filled-form.ts';
import { startRunningService, type RunningService } from '../support/running-service.ts';
import { codeOf, signIn, type SignedInClient } from '../support/service-client.ts';
import { WorkerProcess } from '../support/worker-process.ts';

const KILLS = Number(process.env['LIANBAN_KILLS'] ?? '3');
const CASES = 12;
/** A worker lives this long before it is killed: long enough to commit, short enough to be in the middle of it. */
const LIFE_MS = 1_500;
/** A case is stuck when nothing has moved for this long; each kill may cost the engine ten seconds to notice. */
const STUCK_MS = 60_000 + KILLS * 20_000;
/** Some clients wait no longer than this and never learn what became of their act. */
const IMPATIENT_MS = 120;

/** From the window to the verified licence: which button of which step, and who uses it. */
const course = [
  ['intake', 'accept', 'hejing'],
  ['propose', 'proposeGrant', 'zhoumin'],
  ['decide', 'grant', 'qinli'],
  ['deliver', 'delivered', 'hejing'],
  ['verify', 'conforms', 'shenmu'],
] as const;

let running: RunningService;
let worker: WorkerProcess;
const people = new Map<string, SignedInClient>();

beforeAll(async () => {
  running = await startRunningService();
  worker = await WorkerProcess.start(running);
  for (const [, , user] of course) if (!people.has(user)) people.set(user, await signIn(running.address, user));
});
afterAll(async () => {
  await worker.stop();
  await running.stop();
});

async function openCase(): Promise<string> {
  const caseId = await fileApplication(running.database.pool);
  await carry(running.client, { caseId, procedure: 'informed-commitment', edition: '2023-12', province: 'CQ' });
  return caseId;
}

const openDuty = async (caseId: string, step: string): Promise<string | null> =>
  (
    await selectFirst<{ key: string }>(running.database.pool, {
      text: `SELECT key FROM duty WHERE case_id = $1 AND step = $2 AND state = 'open'`,
      values: [caseId, step],
    })
  )?.key ?? null;

interface Acknowledged {
  readonly caseId: string;
  readonly requestId: string;
  readonly version: number;
}

/** One of the clients of a case: sends the act, perhaps without patience; notes what it was told. */
async function sendAct(
  client: SignedInClient,
  act: { caseId: string; duty: string; outcome: string; requestId: string; impatient: boolean },
): Promise<Acknowledged | null> {
  const { impatient, ...request } = act;
  const signal = AbortSignal.timeout(impatient ? IMPATIENT_MS : 30_000);
  try {
    const open = await client.trpc.duty.open.query({ caseId: act.caseId, duty: act.duty }, { signal });
    const form = filledForm(open.outcomes.find(({ name }) => name === act.outcome)?.form ?? []);
    const receipt = await client.trpc.duty.answer.mutate({ ...request, form }, { signal });
    return receipt.state === 'recorded' ? { ...request, version: receipt.version } : null;
  } catch (failure) {
    const code = codeOf(failure);
    if (code !== null && code !== 'STALE_DUTY' && code !== 'CASE_CLOSED' && code !== 'NO_SUCH_DUTY') throw failure;
    return null; // gave up, or the other client was first
  }
}

/** Drives a case to its end with two clients per act. Gives everything that was acknowledged. */
async function drive(caseId: string): Promise<readonly Acknowledged[]> {
  const told: Acknowledged[] = [];
  for (const [step, outcome, user] of course) {
    const duty = await eventually(`${step} opens`, () => openDuty(caseId, step), STUCK_MS);
    if (step === 'verify') await seatTeam(running.database.pool, { caseId, duty, users: ['shenmu', 'baishu'] });
    const client = people.get(user);
    if (client === undefined) throw new Error(`${user} is not signed in`);
    const requestId = randomUUID();
    const act = { caseId, duty, outcome, requestId };
    const answers = await Promise.all([
      sendAct(client, { ...act, impatient: Math.random() < 0.5 }),
      sendAct(client, { ...act, impatient: Math.random() < 0.5 }),
    ]);
    told.push(...answers.filter((answer) => answer !== null));
    await eventually(
      `${step} is settled`,
      async () => {
        if ((await openDuty(caseId, step)) === null) return true;
        await sendAct(client, { ...act, impatient: false }); // whoever got no answer asks again
        return false;
      },
      STUCK_MS,
    );
  }
  return told;
}

async function killAgainAndAgain(isOver: () => boolean): Promise<number> {
  let kills = 0;
  while (kills < KILLS && !isOver()) {
    await new Promise((resolve) => setTimeout(resolve, LIFE_MS * (0.5 + Math.random())));
    await worker.kill();
    kills += 1;
    worker = await WorkerProcess.start(running);
  }
  return kills;
}

/** Keeps the load up until the last kill has happened. */
async function load(killed: Promise<number>): Promise<{ caseIds: readonly string[]; told: readonly Acknowledged[] }> {
  let over = false;
  void killed.finally(() => {
    over = true;
  });
  const caseIds: string[] = [];
  const told: Acknowledged[] = [];
  const lane = async (): Promise<void> => {
    do {
      const caseId = await openCase();
      caseIds.push(caseId);
      told.push(...(await drive(caseId)));
    } while (!over);
  };
  await Promise.all(Array.from({ length: CASES }, lane));
  return { caseIds, told };
}

test(`nothing acknowledged is lost and no case is stuck when the worker is killed ${KILLS} times in the middle of its work`, async () => {
  const killed = killAgainAndAgain(() => false);
  const { caseIds, told } = await load(killed);
  expect(await killed).toBe(KILLS);
  const { pool } = running.database;

  for (const { caseId, requestId, version } of told) {
    const [row] = await select<{ requestId: string }>(pool, {
      text: 'SELECT request_id AS "requestId" FROM case_event WHERE case_id = $1 AND version = $2',
      values: [caseId, version],
    });
    expect(row?.requestId).toBe(requestId);
  }
  for (const caseId of caseIds) {
    expect(await caseState(pool, caseId)).toMatchObject({ state: 'closed', ending: 'verified' });
    expect(await verifyCase(pool, caseId)).toEqual([]);
  }
  const [numbers] = await select<{ licences: number; cases: number; last: number }>(pool, {
    text: `SELECT (SELECT count(DISTINCT number) FROM licence WHERE case_id = ANY($1::uuid[])) AS licences,
      (SELECT count(DISTINCT case_id) FROM licence WHERE case_id = ANY($1::uuid[])) AS cases,
      (SELECT max(last) FROM number_series WHERE series LIKE 'case:CQ:%') AS last`,
    values: [caseIds],
  });
  expect(numbers).toEqual({ licences: caseIds.length, cases: caseIds.length, last: caseIds.length });
  expect(told.length).toBeGreaterThan(caseIds.length);
});

test('every history that survived replays', async () => {
  const [{ caseIds }] = (await select<{ caseIds: readonly string[] }>(running.database.pool, {
    text: 'SELECT array_agg(case_id) AS "caseIds" FROM case_file',
  })) as [{ caseIds: readonly string[] }]; // an aggregate gives one row
  const histories = await Promise.all(
    caseIds.map(async (caseId) => ({
      workflowId: caseId,
      history: await running.client.workflow.getHandle(caseWorkflowId(caseId)).fetchHistory(),
    })),
  );
  const failures: string[] = [];
  const workflowBundle = { codePath: testServer('LIANBAN_WORKFLOW_BUNDLE') };
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle }, histories)) {
    if (error !== undefined) failures.push(`${workflowId}: ${error.message}`);
  }
  expect(failures).toEqual([]);
});
