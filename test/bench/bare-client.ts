import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Client, WorkflowHandle } from '@temporalio/client';
import { prepare } from './bare/ledger.ts';
import { required } from './environment.ts';

/** Bare workflows with a worker of their own; see `bare/workflow.ts`. */
export class BareClient {
  readonly #worker: ChildProcess;
  readonly #handles: readonly WorkflowHandle[];
  #turn = 0;

  private constructor(worker: ChildProcess, handles: readonly WorkflowHandle[]) {
    this.#worker = worker;
    this.#handles = handles;
  }

  /** Starts the worker process and that many workflows. */
  static async start(client: Client, workflows: number): Promise<BareClient> {
    const taskQueue = `bare-${randomUUID()}`;
    await prepare(required('DATABASE_URL'));
    const worker = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'bare/worker.ts')], {
      env: { ...process.env, LIANBAN_BENCH_QUEUE: taskQueue },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await new Promise<void>((ready, failed) => {
      worker.once('exit', (code) => failed(new Error(`bare worker ended with ${code}`)));
      worker.stdout.on('data', (chunk: Buffer) => {
        if (chunk.toString().includes('bare worker ready')) ready();
      });
    });
    const handles = await Promise.all(
      Array.from({ length: workflows }, () => {
        const caseId = randomUUID();
        return client.workflow.start('bare', { workflowId: `bare/${caseId}`, taskQueue, args: [{ caseId }] });
      }),
    );
    return new BareClient(worker, handles);
  }

  /** One decision of the next bare workflow. */
  act(): Promise<unknown> {
    return this.#next().executeUpdate('act', { args: [randomUUID()], updateId: randomUUID() });
  }

  /** An Update that does nothing. */
  nothing(): Promise<unknown> {
    return this.#next().executeUpdate('nothing', { updateId: randomUUID() });
  }

  async stop(): Promise<void> {
    await Promise.all(this.#handles.map((handle) => handle.terminate('measured')));
    const exited = once(this.#worker, 'exit');
    this.#worker.kill('SIGTERM');
    await exited;
  }

  #next(): WorkflowHandle {
    const handle = this.#handles[this.#turn % this.#handles.length];
    this.#turn += 1;
    if (handle === undefined) throw new Error('no bare workflow');
    return handle;
  }
}
