import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { RunningService } from './running-service.ts';

const root = resolve(import.meta.dirname, '../..');

/** A worker in a process of its own, which can be killed. */
export class WorkerProcess {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** Starts one and waits until it polls, or until it says `word`. */
  static async start(
    { servers, namespace }: Pick<RunningService, 'servers' | 'namespace'>,
    word: 'worker ready' | 'sweeping lapses' = 'worker ready',
  ): Promise<WorkerProcess> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'apps/worker/src/main.ts'], {
      cwd: root,
      env: {
        ...process.env,
        ...{ DATABASE_URL: servers.databaseUrl, TEMPORAL_ADDRESS: servers.temporalAddress },
        ...{ TEMPORAL_NAMESPACE: namespace, LIANBAN_CACHED_CASES: '200' },
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await new Promise<void>((ready, failed) => {
      child.once('exit', (code) => failed(new Error(`worker ended with ${code} before it was ready`)));
      child.stdout?.on('data', (chunk: Buffer) => {
        if (chunk.toString().includes(word)) ready();
      });
    });
    return new WorkerProcess(child);
  }

  /** Whether it has not ended, by itself or otherwise. */
  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** SIGKILL: nothing is finished, nothing is said. */
  async kill(): Promise<void> {
    const exited = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exited;
  }

  /** Lets it finish what it has begun. */
  async stop(): Promise<void> {
    if (!this.isAlive) return;
    const exited = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await exited;
  }
}
