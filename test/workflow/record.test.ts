import { alarmedCases } from '@lianban/db/alarm';
import { loadRows } from '@lianban/db/load-rows';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { verifyCase } from '@lianban/db/verify-chain';
import { heal } from '@lianban/api/engine/healer';
import type { AnswerArgument, AnswerResult } from '@lianban/workflows/messages';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CarriedCase } from '../support/carried-case.ts';
import { startEngineStack, type EngineStack } from '../support/engine-stack.ts';
import { eventually } from '../support/eventually.ts';

let stack: EngineStack;
beforeAll(async () => {
  stack = await startEngineStack();
});
afterAll(() => stack.stop());

const granting = [
  ['intake', 'accept'],
  ['propose', 'proposeGrant'],
  ['decide', 'grant'],
  ['deliver', 'delivered'],
] as const;

const versionsOf = async ({ caseId }: CarriedCase): Promise<readonly number[]> =>
  (await loadRows(stack.database.pool, caseId)).map(({ version }) => version);

const runOf = async ({ workflowId }: CarriedCase): Promise<string> =>
  (await stack.client.workflow.getHandle(workflowId).describe()).runId;

describe('a request has exactly one effect', () => {
  test('when it is sent again after the run has been continued as new', async () => {
    const carried = await CarriedCase.open(stack, {}, { continueAfterEvents: 12 });
    const runs = new Set([await runOf(carried)]);
    const sent: [AnswerArgument, AnswerResult][] = [];
    for (const [step, outcome] of granting) {
      const input = await carried.received(step, outcome);
      sent.push([input, await carried.send(input)]);
      runs.add(await runOf(carried));
    }
    for (const [input, acknowledged] of sent) expect(await carried.send(input)).toEqual(acknowledged);
    expect(runs.size).toBeGreaterThan(1);
    expect(await versionsOf(carried)).toEqual([1, 2, 3, 4, 5]);
  });

  test('when it is sent twice at once', async () => {
    const carried = await CarriedCase.open(stack);
    const input = await carried.received('intake', 'accept');
    const [first, second] = await Promise.all([carried.send(input), carried.send(input)]);
    expect(second).toEqual(first);
    expect(await versionsOf(carried)).toEqual([1, 2]);
  });

  test('when two different acts reach for the same duty, one of them is refused', async () => {
    const carried = await CarriedCase.open(stack);
    const [mine, theirs] = await Promise.all([
      carried.received('intake', 'accept'),
      carried.received('intake', 'requestSupplement'), // neither ends the case, which would abort the other
    ]);
    const settled = await Promise.allSettled([carried.send(mine), carried.send(theirs)]);
    const refused = settled.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ reason: { cause: { type: 'STALE_DUTY' } } });
    expect(await versionsOf(carried)).toEqual([1, 2]);
  });
});

describe('the ledger alone carries the case', () => {
  test('a workflow started again from it acknowledges what was recorded before and goes on', async () => {
    const carried = await CarriedCase.open(stack);
    const input = await carried.received('intake', 'accept');
    const acknowledged = await carried.send(input);
    const before = await runOf(carried);
    const { pool } = stack.database;
    const { id: procedure, edition } = { id: 'informed-commitment', edition: '2023-12' };
    await heal(
      { client: stack.client, pool, log: pino({ level: 'silent' }) },
      { caseId: carried.caseId, procedure, edition, province: 'CQ' },
      'stuck',
    );
    expect(await runOf(carried)).not.toBe(before);
    expect(await carried.send(input)).toEqual(acknowledged);
    expect(await carried.answer('propose', 'proposeGrant')).toMatchObject({ version: 3, opened: [{ step: 'decide' }] });
    expect(await verifyCase(pool, carried.caseId)).toEqual([]);
  });

  test('a case that has closed since it was found without a workflow is left alone, without an alarm', async () => {
    const carried = await CarriedCase.open(stack);
    await carried.answer('intake', 'notRequired');
    const handle = stack.client.workflow.getHandle(carried.workflowId);
    await eventually('workflow ends', async () => (await handle.describe()).status.name === 'COMPLETED');
    const before = await runOf(carried);
    const { pool } = stack.database;
    const found = { ...carried, procedure: 'informed-commitment', edition: '2023-12', province: 'CQ' } as const;
    await heal({ client: stack.client, pool, log: pino({ level: 'silent' }) }, found, 'missing');
    expect(await runOf(carried)).toBe(before);
    expect(await alarmedCases(pool, 'workflowRestarted')).not.toContain(carried.caseId);
  });

  test('rows that somebody else has written are adopted before the next answer', async () => {
    const carried = await CarriedCase.open(stack);
    const other = await RecordedCase.resume(stack.database.pool, carried.caseId);
    await other.answer('intake', 'accept');
    await other.answer('propose', 'proposeGrant');
    expect(await carried.answer('decide', 'grant')).toMatchObject({ version: 4, opened: [{ step: 'deliver' }] });
    expect(await versionsOf(carried)).toEqual([1, 2, 3, 4]);
    expect(await verifyCase(stack.database.pool, carried.caseId)).toEqual([]);
  });

  test('a signal is enough for it to take over new rows and end with them', async () => {
    const carried = await CarriedCase.open(stack);
    const other = await RecordedCase.resume(stack.database.pool, carried.caseId);
    await other.answer('intake', 'notRequired');
    const handle = stack.client.workflow.getHandle(carried.workflowId);
    await handle.signal('ledgerGrew');
    await eventually('workflow ends', async () => (await handle.describe()).status.name === 'COMPLETED');
  });
});
