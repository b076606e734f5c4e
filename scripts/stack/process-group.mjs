import { setTimeout as sleep } from 'node:timers/promises';

/** Whether there is a process with this id, or, for a negative id, any process in that group. */
export function exists(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return failure.code === 'EPERM';
  }
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (failure) {
    if (failure.code !== 'ESRCH') throw failure;
  }
}

async function gone(pid, withinMs, isGone = () => !exists(pid)) {
  for (const end = Date.now() + withinMs; Date.now() < end; await sleep(25)) if (isGone()) return true;
  return isGone();
}

/**
 * Ends a process and everything in its group: first the leader alone by `stopSignal`, so that it can end its own
 * children in order, then whatever is left, and after the grace time by force.
 */
export async function endGroup({ pid, stopSignal, graceMs, hasExited = () => !exists(pid) }) {
  if (!hasExited()) {
    signal(pid, stopSignal);
    await gone(pid, graceMs, hasExited);
  }
  signal(-pid, 'SIGTERM');
  if (await gone(-pid, 1_000)) return;
  signal(-pid, 'SIGKILL');
  await gone(-pid, 1_000);
}
