import { randomUUID } from 'node:crypto';
import { receiveApplication } from '@lianban/db/opening';
import { caseState } from '@lianban/db/queries/case-state';
import { select, selectFirst } from '@lianban/db/queryable';
import { receive } from '@lianban/db/submission';
import { actorOf, DRUGSTORE } from '@lianban/db/testing/recorded-case';
import { verifyCase } from '@lianban/db/verify-chain';
import type { FlowValues } from '@lianban/domain/field';
import type { Province } from '@lianban/domain/province';
import type { Role } from '@lianban/domain/role';
import { ANSWER, caseWorkflowId, type AnswerArgument } from '@lianban/workflows/messages';
import { informedCommitment } from '@lianban/workflows/procedures/informed-commitment/2023-12';
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

/** Longer than a letter that did not get through waits to be tried again. */
const PATIENCE_MS = 90_000;

/** Receives an answer to the open duty of this step and hands it to the workflow of the case. */
async function answer(
  caseId: string,
  step: string,
  [outcome, flow = {}]: readonly [string, FlowValues?],
): Promise<void> {
  const { pool } = running.database;
  const duty = await eventually(
    `${step} is open`,
    () =>
      selectFirst<{ key: string; role: Role; province: Province }>(pool, {
        text: `SELECT key, role, province FROM duty WHERE case_id = $1 AND step = $2 AND state = 'open'`,
        values: [caseId, step],
      }),
    PATIENCE_MS,
  );
  const by = actorOf(duty.role, duty.role === 'APP' ? 1 : 0, duty.province);
  const requestId = randomUUID();
  const { submission } = await receive(pool, { requestId, caseId, by, duty: duty.key, outcome, flow, form: flow });
  if (submission.input.kind !== 'answer') throw new Error('not an answer');
  const args: [AnswerArgument] = [submission.input];
  const handle = running.client.workflow.getHandle(caseWorkflowId(caseId));
  await handle.executeUpdate(ANSWER, { args, updateId: requestId });
}

async function killWorker(): Promise<void> {
  await worker.kill();
  worker = await WorkerProcess.start(running);
}

/** A verification of Chongqing whose letter is signed. */
async function asking(): Promise<string> {
  const caseId = randomUUID();
  await receiveApplication(running.database.pool, {
    ...{ requestId: randomUUID(), caseId, by: actorOf('APP', 1), enterpriseId: DRUGSTORE, province: 'CQ' },
    ...{ item: 'otc-retail', procedure: informedCommitment, form: {}, draftId: null },
    commitment: { noticeVersion: '1', conditionsMetOn: null },
  });
  await eventually('case opens', () => caseState(running.database.pool, caseId), PATIENCE_MS);
  await answer(caseId, 'intake', ['accept']);
  await answer(caseId, 'propose', ['proposeGrant']);
  await answer(caseId, 'decide', ['grant']);
  await answer(caseId, 'deliver', ['delivered']);
  const questions = { addressee: 'otherBureau', questions: ['经营场所是否实际使用'] };
  await answer(caseId, 'requestAssistance', ['request', questions]);
  await answer(caseId, 'sendAssistance', ['send']);
  return caseId;
}

const openedFor = (caseId: string) =>
  select<{ caseId: string; ending: string | null }>(running.database.pool, {
    text: `SELECT case_id AS "caseId", ending FROM case_file WHERE letter ->> 'caseId' = $1`,
    values: [caseId],
  });

const lettersOf = (caseIds: readonly string[]) =>
  select<{ kind: string; state: string }>(running.database.pool, {
    text: `SELECT kind, state FROM letter_in WHERE case_id = ANY ($1::uuid[]) ORDER BY received_at`,
    values: [caseIds],
  });

async function caseOfLetter(caseId: string): Promise<string> {
  const [opened] = await eventually(
    'the letter opens a case there',
    async () => {
      const found = await openedFor(caseId);
      return found.length > 0 && found;
    },
    PATIENCE_MS,
  );
  if (opened === undefined) throw new Error('nothing was opened');
  return opened.caseId;
}

test('a letter opens one case in the other province and its answer settles the step once, with the worker killed on either way', async () => {
  const { pool } = running.database;
  const caseId = await asking();
  // Between sending and receipt: the letter is written, the case there is not open yet.
  await killWorker();
  const there = await caseOfLetter(caseId);
  await answer(there, 'signFor', ['accept']);
  await answer(there, 'assign', ['assign']);
  await answer(there, 'lookInto', ['complete', { statement: '经核查，该场所实际使用。' }]);
  const last = answer(there, 'signReply', ['sign']).catch(() => undefined);
  await eventually('the case there is over', async () => (await caseState(pool, there))?.state === 'closed');
  await killWorker();
  await last;
  const waits = (): Promise<unknown> =>
    selectFirst(pool, {
      text: `SELECT FROM duty WHERE case_id = $1 AND step = 'awaitAssistance' AND state = 'settled' AND outcome = 'replied'`,
      values: [caseId],
    });
  await eventually('the answer is taken', waits, PATIENCE_MS);
  expect(await openedFor(caseId)).toEqual([{ caseId: there, ending: 'replied' }]);
  const told = await select(pool, {
    text: `SELECT input ->> 'outcome' AS outcome, input ->> 'regards' AS regards FROM case_event WHERE case_id = $1 AND kind = 'letterAnswered'`,
    values: [caseId],
  });
  expect(told).toEqual([{ outcome: 'replied', regards: '1' }]);
  // The tray says so after the turn: whoever was killed in between says it on the next try.
  const letters = await eventually(
    'the trays say so',
    async () => {
      const found = await lettersOf([caseId, there]);
      return found.every(({ state }) => state === 'taken') && found;
    },
    PATIENCE_MS,
  );
  expect(letters.map(({ kind }) => kind)).toEqual(['request', 'reply']);
  expect([await verifyCase(pool, caseId), await verifyCase(pool, there)]).toEqual([[], []]);
}, 240_000);

test('a letter that is recalled ends the case that it opened', async () => {
  const { pool } = running.database;
  const caseId = await asking();
  const there = await caseOfLetter(caseId);
  await answer(caseId, 'awaitAssistance', ['recall']);
  await eventually(
    'the case there is over',
    async () => (await openedFor(caseId)).every((one) => one.caseId === there && one.ending === 'discontinued'),
    PATIENCE_MS,
  );
  expect(await verifyCase(pool, there)).toEqual([]);
}, 180_000);
