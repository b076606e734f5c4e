import { rmSync } from 'node:fs';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandOf } from './ask-system.mjs';
import { stateFolder } from './paths.mjs';
import { StackError } from './stack-error.mjs';

/** Whether this process is there and was started with this script; its number may belong to another program now. */
const isRunning = (pid, script) => pid !== undefined && commandOf(pid).includes(script);

async function claimFile(path, content) {
  try {
    const file = await open(path, 'wx');
    await file.write(content);
    await file.close();
    return true;
  } catch (failure) {
    if (failure.code === 'EEXIST') return false;
    throw failure;
  }
}

/**
 * Makes this the only process that runs `script` in this copy of the project, until it ends. One that was killed is
 * waited for while its guard is still putting its servers away.
 * @param {import('./stack.mjs').Stack} stack
 * @param {{ script: string, hint: string }} subject `hint` says what to do with the one that is running
 * @throws StackError when another one is running
 */
export async function claim(stack, { script, hint }) {
  await mkdir(stateFolder, { recursive: true });
  const path = join(stateFolder, `${script}.lock`);
  const since = new Date().toISOString();
  while (!(await claimFile(path, JSON.stringify({ pid: process.pid, guard: stack.guardPid, since })))) {
    const holder = JSON.parse((await readFile(path, 'utf8').catch(() => '')) || '{}');
    if (isRunning(holder.pid, script))
      throw new StackError(`It is running already (process ${holder.pid}, since ${holder.since}). ${hint}`);
    if (isRunning(holder.guard, 'guard.mjs')) await sleep(100);
    else await rm(path, { force: true });
  }
  process.on('exit', () => rmSync(path, { force: true }));
}
