import { spawn } from 'node:child_process';
import { closeSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { openLog } from './log-file.mjs';
import { root } from './paths.mjs';
import { endGroup } from './process-group.mjs';
import { StackError } from './stack-error.mjs';

/**
 * @typedef {object} Command
 * @property {string} name what people call it
 * @property {string} log name of its log file
 * @property {string} program
 * @property {readonly string[]} [args]
 * @property {Readonly<Record<string, string | undefined>>} [env] added to the environment of this process
 * @property {string} [cwd]
 * @property {{ uid?: number, gid?: number }} [owner]
 * @property {NodeJS.Signals} [stopSignal]
 * @property {number} [graceMs] how long it may take to end by itself
 * @property {boolean} [isCaptured] whether what it prints is wanted by this process, too
 * @property {boolean} [isShown] whether what it prints is also for the person at the keyboard
 */

/** Copies what a child prints into its log, and on the screen when asked to, and keeps it. */
function capture(stream, descriptor, isShown) {
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk) => {
    text += chunk;
    writeSync(descriptor, chunk);
    if (isShown) process.stdout.write(chunk);
  });
  return () => text;
}

/** Tells how a child ended, once its output is complete; a program that cannot be started ends at once. */
const endingOf = (child) =>
  new Promise((resolve) => {
    child.on('error', (failure) => resolve({ code: null, reason: failure.message }));
    child.on('close', (code, signal) => resolve({ code, reason: signal ?? `exit code ${code}` }));
  });

/**
 * Starts a process in a group and session of its own, so that Ctrl-C reaches only whoever keeps the order of stopping.
 * @param {Command} command
 */
export function startChild({ name, program, args = [], env = {}, cwd = root, owner = {}, ...rest }) {
  const { log: logName, stopSignal = 'SIGTERM', graceMs = 15_000, isCaptured = false, isShown = false } = rest;
  const log = openLog(logName);
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
    ...owner,
    detached: true,
    stdio: ['ignore', isCaptured ? 'pipe' : log.descriptor, log.descriptor],
  });
  const printed = isCaptured ? capture(child.stdout, log.descriptor, isShown) : () => '';
  const exited = endingOf(child);
  void exited.then(() => closeSync(log.descriptor));
  const hasExited = () => child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
  const group = { pid: child.pid, stopSignal, graceMs };
  return {
    ...{ name, log: log.path, group, exited, printed, hasExited },
    end: async () => {
      if (child.pid !== undefined) await endGroup({ ...group, hasExited });
    },
  };
}

/** Asks until the answer is true. @throws StackError when `child` ends first or `withinMs` have passed. */
export async function untilReady(child, ask, withinMs) {
  for (const end = Date.now() + withinMs; ; await sleep(50)) {
    if (await ask()) return;
    if (child.hasExited()) throw new StackError(`${child.name} ended before it was ready`);
    if (Date.now() > end) throw new StackError(`${child.name} was not ready within ${withinMs / 1000} s`);
  }
}
