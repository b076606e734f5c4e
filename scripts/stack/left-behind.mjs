import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandOf } from './ask-system.mjs';

/** Name of the variable by which a process tells, to whoever reads its environment, which run it belongs to. */
export const RUN = 'LIANBAN_RUN';

/** Processes of a run. Empty where the system does not show environments. */
function processesOf(run) {
  const mark = `${RUN}=${run}`;
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
      .filter((name) => environmentOf(name).split('\0').includes(mark))
      .map(Number);
  } catch {
    return [];
  }
}

function environmentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8');
  } catch {
    return ''; // it has just ended, or belongs to somebody else
  }
}

/** Ends what a run has left running, after a moment to end by itself, and gives their command lines. */
export async function endLeftBehind(run) {
  for (const end = Date.now() + 2_000; Date.now() < end && processesOf(run).length > 0;) await sleep(100);
  const left = processesOf(run).map((pid) => ({ pid, command: commandOf(pid).trim() }));
  for (const { pid } of left) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // it has just ended
    }
  }
  return left.map(({ command }) => command);
}
