import { LADDER_SCHEDULE, SWEEP_LADDER } from '@lianban/workflows/messages';
import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client, type ScheduleOptions } from '@temporalio/client';

/** How often ladders are looked at. Their moments are whole minutes, so nobody waits longer than this for a card. */
const EVERY = '1m';

/**
 * A sweep finishes what earlier ones missed, so starts that were missed are not made up for, and two at once would only
 * share the work.
 */
const policies = { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1m' } as const;

/** Creates the Schedule of the reminder ladder, or brings the one that stands there up to date. A paused one stays paused. */
export async function scheduleLadder(client: Client, taskQueue: string): Promise<void> {
  const definition = {
    spec: { intervals: [{ every: EVERY }] },
    policies,
    action: {
      type: 'startWorkflow',
      workflowType: SWEEP_LADDER,
      workflowId: 'sweep-ladder',
      taskQueue,
      args: [],
      workflowExecutionTimeout: '20m',
    },
  } as const satisfies Omit<ScheduleOptions, 'scheduleId'>;
  try {
    await client.schedule.create({ scheduleId: LADDER_SCHEDULE, ...definition });
  } catch (failure) {
    if (!(failure instanceof ScheduleAlreadyRunning)) throw failure;
    await client.schedule.getHandle(LADDER_SCHEDULE).update(({ state }) => ({ ...definition, state }));
  }
}
