import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startChild, untilReady } from './child.mjs';
import { tailOf } from './log-file.mjs';
import { root } from './paths.mjs';
import { Interrupted, StackError } from './stack-error.mjs';

/** The process that ends what this one has started, should this one be unable to. */
function startGuard() {
  const guard = spawn(process.execPath, [fileURLToPath(new URL('guard.mjs', import.meta.url))], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.stdin.on('error', () => undefined); // a guard that is gone guards nothing; the stack works on
  return {
    pid: guard.pid,
    tell: (fact) => guard.stdin.write(`${JSON.stringify(fact)}\n`),
    dismiss: () => guard.stdin.end(),
  };
}

const failureWithLog = (message, path) =>
  new StackError(message, `── the end of ${relative(root, path)} ──\n${tailOf(path)}`);

/** Everything that one command has started. Ends in reverse order, whatever becomes of the command. */
export class Stack {
  #guard = startGuard();
  #children = [];
  #folders = [];
  /** @type {Promise<void> | null} */
  #ending = null;
  #reportLoss;
  /** Rejects when a server ends that nobody asked to. */
  lost = new Promise((_, reject) => {
    this.#reportLoss = reject;
  });

  get guardPid() {
    return this.#guard.pid;
  }

  /** Whether everything is being stopped, so that what breaks off now has not failed by itself. */
  get isEnding() {
    return this.#ending !== null;
  }

  constructor() {
    this.lost.catch(() => undefined); // also heard by whoever waits for it
  }

  #start(command) {
    if (this.#ending !== null) throw new StackError('everything is being stopped');
    const child = startChild(command);
    this.#children.push(child);
    if (child.group.pid !== undefined) this.#guard.tell({ started: child.group });
    return child;
  }

  #forget(child) {
    this.#children = this.#children.filter((other) => other !== child);
    this.#guard.tell({ ended: child.group.pid });
  }

  /**
   * Starts a server and waits until it is ready.
   * @param {import('./child.mjs').Command} command
   * @param {{ ask: () => Promise<boolean>, withinMs: number }} readiness
   */
  async serve(command, { ask, withinMs }) {
    const child = this.#start(command);
    try {
      await untilReady(child, ask, withinMs);
    } catch (failure) {
      throw failureWithLog(failure.message, child.log);
    }
    void child.exited.then(({ reason }) => {
      if (this.#ending !== null || !this.#children.includes(child)) return;
      this.#reportLoss(failureWithLog(`${child.name} ended unexpectedly (${reason})`, child.log));
    });
    return child;
  }

  /** Runs a command to its end, whatever that is. @param {import('./child.mjs').Command} command */
  async attempt(command) {
    const child = this.#start({ graceMs: 5_000, isCaptured: true, ...command });
    const { code, reason } = await child.exited;
    await child.end();
    this.#forget(child);
    return { code, reason, printed: child.printed(), log: child.log };
  }

  /** Runs a command and gives what it printed. @throws StackError with the end of its log when it fails. */
  async run(command) {
    const { code, reason, printed, log } = await this.attempt(command);
    if (code !== 0) throw failureWithLog(`${command.name} failed (${reason})`, log);
    return printed;
  }

  /** Ends one server before the others. */
  async end(child) {
    this.#forget(child);
    await child.end();
  }

  /** Has a folder removed when everything has ended. */
  removeAtEnd(folder) {
    this.#folders.push(folder);
    this.#guard.tell({ folder });
  }

  /** Ends everything, the last started first. */
  endAll() {
    this.#ending ??= this.#endInOrder();
    return this.#ending;
  }

  async #endInOrder() {
    for (const child of this.#children.toReversed()) await child.end();
    for (const folder of this.#folders) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    for (const child of this.#children) this.#forget(child);
    this.#guard.dismiss();
  }
}

/** npm passes Ctrl-C on to a process that the terminal has told already: what follows at once is the same one. */
const SAME_KEYSTROKE_MS = 500;

/** Rejects on the first Ctrl-C or request to end; a second one ends this process on the spot, and the guard does the rest. */
function interruption() {
  let firstAt = null;
  return new Promise((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        if (firstAt !== null && Date.now() - firstAt > SAME_KEYSTROKE_MS) process.exit(130);
        firstAt ??= Date.now();
        reject(new Interrupted(signal));
      });
    }
  });
}

/**
 * Runs `work` with a stack that is ended when the work is done, fails, loses a server, or is interrupted.
 * @param {(stack: Stack) => Promise<number>} work gives the exit code
 * @param {{ onInterrupt?: (signal: string) => number }} [options] gives the exit code of an interrupted run
 */
export async function withStack(work, { onInterrupt = (signal) => (signal === 'SIGTERM' ? 143 : 130) } = {}) {
  const interrupted = interruption();
  const stack = new Stack();
  try {
    process.exitCode = await Promise.race([work(stack), stack.lost, interrupted]);
  } catch (failure) {
    process.exitCode = failure instanceof Interrupted ? onInterrupt(failure.signal) : 1;
    await stack.endAll(); // what breaks off by that is told before, not after, what was wrong
    if (failure instanceof StackError) console.error(`\n${failure.message}\n${failure.evidence}`.trimEnd());
    else if (!(failure instanceof Interrupted)) console.error(failure);
  } finally {
    await stack.endAll();
  }
  process.exit();
}
