import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';
import { foldLedger } from '@lianban/workflows/kernel/fold';
import { expect, test } from 'vitest';
import { testServer } from '../support/environment.ts';
import { recorded } from './histories.ts';

test('lives of the released editions have been recorded', () => {
  expect(recorded.length).toBeGreaterThanOrEqual(15);
});

test('the present code replays every recorded history', async () => {
  const workflowBundle = { codePath: testServer('LIANBAN_WORKFLOW_BUNDLE') };
  const histories = recorded.map(({ name, history }) => ({ workflowId: name, history: historyFromJSON(history) }));
  const failures: string[] = [];
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle }, histories)) {
    if (error !== undefined) failures.push(`${workflowId}: ${error.message}`);
  }
  expect(failures).toEqual([]);
});

test.each(recorded.map((life) => [life.name, life] as const))(
  'the present code reads the ledger of %s as it was written',
  async (_, { procedure, rows }) => {
    await expect(foldLedger(procedure, rows)).resolves.toBeDefined();
  },
);

test.each(['Asia/Shanghai', 'America/St_Johns'])('a ledger is read the same on a machine in %s', async (zone) => {
  const before = process.env['TZ'];
  process.env['TZ'] = zone;
  try {
    for (const { procedure, rows } of recorded) await expect(foldLedger(procedure, rows)).resolves.toBeDefined();
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
});
