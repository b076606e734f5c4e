import { CALENDAR_SCHEDULE, LADDER_SCHEDULE, OPEN_BY_CALENDAR, SWEEP_LADDER } from '@lianban/workflows/messages';
import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client, type ScheduleOptions } from '@temporalio/client';

/** How often ladders are looked at. Their moments are whole minutes, so nobody waits longer than this for a card. */
const EVERY = '1m';

/** A Schedule but for its name. */
type Definition = Omit<ScheduleOptions, 'scheduleId'>;

/**
 * Creates the Schedule of the reminder ladder, or brings the one that stands there up to date. A paused one stays paused. A
 * sweep finishes what earlier ones missed, so starts that were missed are not made up for, and two at once would only share
 * the work.
 */
export const scheduleLadder = (client: Client, taskQueue: string): Promise<void> =>
  schedule(client, LADDER_SCHEDULE, {
    spec: { intervals: [{ every: EVERY }] },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1m' },
    action: {
      ...{ type: 'startWorkflow', workflowType: SWEEP_LADDER, workflowId: 'sweep-ladder', taskQueue, args: [] },
      workflowExecutionTimeout: '20m',
    },
  });

/**
 * Creates the Schedule that opens the cases of quarters and years, or brings the one that stands there up to date; a paused one stays
 * paused. It looks every day and not only on the first of a period: a day on which the engine was down is made up for, by itself
 * or by the next one, and a case that stands is found standing.
 */
export const scheduleCalendar = (client: Client, taskQueue: string): Promise<void> =>
  schedule(client, CALENDAR_SCHEDULE, {
    spec: { calendars: [{ hour: 0, minute: 10 }], timezone: 'Asia/Shanghai' },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1d' },
    action: {
      ...{ type: 'startWorkflow', workflowType: OPEN_BY_CALENDAR, workflowId: 'open-by-calendar', taskQueue, args: [] },
      workflowExecutionTimeout: '23h',
    },
  });

async function schedule(client: Client, scheduleId: string, definition: Definition): Promise<void> {
  try {
    await client.schedule.create({ scheduleId, ...definition });
  } catch (failure) {
    if (!(failure instanceof ScheduleAlreadyRunning)) throw failure;
    await client.schedule.getHandle(scheduleId).update(({ state }) => ({ ...definition, state }));
  }
}
