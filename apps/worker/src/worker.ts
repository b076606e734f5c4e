import { openPool } from '@lianban/db/pool';
import { CASES_QUEUE } from '@lianban/workflows/messages';
import { Client } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { createActivities } from './activities.ts';
import type { WorkerEnvironment } from './environment.ts';
import { scheduleLadder, scheduleCalendar } from './schedules.ts';

/** A worker for case workflows with its own connections. */
export interface CaseWorker {
  /** Polls until shut down. */
  run(): Promise<void>;
  /** Stops polling; `run` returns once what is under way has finished. */
  shutdown(): void;
}

/** Every statement of a turn ends or is ended sooner, and so does one batch of a sweep. */
const PATIENCE_MS = 10_000;

/**
 * Connects to Temporal and PostgreSQL, and sees to it that the Schedules are there. `taskQueue` differs from the production
 * queue in tests only. @throws TransportError or ServiceError when Temporal does not answer; nothing stays open then.
 */
export async function createWorker(
  environment: WorkerEnvironment,
  taskQueue: string = CASES_QUEUE,
): Promise<CaseWorker> {
  const connection = await NativeConnection.connect({ address: environment.temporalAddress });
  // A local activity holds one connection for a few milliseconds; more connections only queue inside PostgreSQL.
  const pool = openPool(environment.databaseUrl, { max: 16, patienceMs: PATIENCE_MS });
  const close = async (): Promise<void> => {
    await pool.end();
    await connection.close();
  };
  try {
    const client = new Client({ connection, namespace: environment.namespace });
    await scheduleLadder(client, taskQueue);
    await scheduleCalendar(client, taskQueue);
    const worker = await Worker.create({
      connection,
      namespace: environment.namespace,
      taskQueue,
      workflowBundle: { codePath: environment.bundle },
      activities: createActivities(pool),
      maxCachedWorkflows: environment.cachedCases,
      shutdownGraceTime: '10s',
    });
    return {
      run: () => worker.run().finally(close),
      shutdown: () => {
        if (worker.getState() === 'RUNNING') worker.shutdown();
      },
    };
  } catch (failure) {
    await close();
    throw failure;
  }
}
