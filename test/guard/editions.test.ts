import { OPEN_BY_CALENDAR, SWEEP_LADDER, workflowType } from '@lianban/workflows/messages';
import { procedures } from '@lianban/workflows/procedures/registry';
import * as workflows from '@lianban/workflows/workflows';
import { expect, test } from 'vitest';

test('the engine knows every released edition and what its Schedules start, and nothing else', () => {
  const released = procedures.map(({ id, edition }) => workflowType(id, edition));
  expect(Object.keys(workflows).sort()).toEqual([...released, OPEN_BY_CALENDAR, SWEEP_LADDER].sort());
});
