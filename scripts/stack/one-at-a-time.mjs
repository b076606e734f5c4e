import { rmSync } from 'node:fs';
import { link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandOf } from './ask-system.mjs';
import { stateFolder } from './paths.mjs';
import { StackError } from './stack-error.mjs';

/** Whether this process is there and was started with this script; its number may belong to another program now. */
const isRunning = (pid, script) => pid !== undefined && commandOf(pid).includes(script);

/** Writes the lock of this process; `place` puts the finished file at its path, so that nobody reads half of one. */
async function writeLock(path, holder, place) {
  const draft = `${path}.${process.pid}`;
  try {
    await writeFile(draft, JSON.stringify({ pid: process.pid, since: new Date().toISOString(), ...holder }));
    await place(draft, path);
    return true;
  } catch (failure) {
    if (failure.code === 'EEXIST') return false;
    throw failure;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Who a lock names; nobody when it is gone or was spoilt by a crash of the machine. */
async function holderOf(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return {};
  }
}

/** How long a removal may take; one that takes longer was itself cut off. */
const REMOVAL_MS = 5_000;

/** Removes a lock whose `holder` is gone, unless somebody has done so and made it theirs meanwhile. */
async function removeStale(path, holder) {
  const turn = `${path}.removal`;
  try {
    await mkdir(turn);
  } catch (failure) {
    if (failure.code !== 'EEXIST') throw failure;
    const { mtimeMs } = await stat(turn).catch(() => ({ mtimeMs: Infinity }));
    if (Date.now() - mtimeMs > REMOVAL_MS) await rm(turn, { recursive: true, force: true });
    else await sleep(50);
    return;
  }
  const isSame = JSON.stringify(await holderOf(path)) === JSON.stringify(holder);
  if (isSame) await rm(path, { force: true });
  await rm(turn, { recursive: true, force: true });
}

const lockPath = (name) => join(stateFolder, `${name}.lock`);

/**
 * Makes this the only process that runs `script` in this copy of the project, until it ends. One that was killed is
 * waited for while its guard is still putting its servers away.
 * @param {import('./stack.mjs').Stack} stack
 * @param {{ script: string, hint: string }} subject `hint` says what to do with the one that is running
 * @throws StackError when another one is running
 */
export async function claim(stack, { script, hint }) {
  const path = lockPath(script);
  while (!(await writeLock(path, { guard: stack.guardPid }, link))) {
    const holder = await holderOf(path);
    if (isRunning(holder.pid, script))
      throw new StackError(`It is running already (process ${holder.pid}, since ${holder.since}). ${hint}`);
    if (isRunning(holder.guard, 'guard.mjs')) await sleep(100);
    else await removeStale(path, holder);
  }
  process.on('exit', () => rmSync(path, { force: true }));
}

/**
 * Works while no other process of this copy of the project is at the same work, which it waits for.
 * @template Result
 * @param {{ name: string, helper: string, onWait: (pid: number) => void }} subject `helper` is the program that does it
 * @param {(tell: (pid: number) => Promise<unknown>) => Promise<Result>} work tells the process of its helper, which may
 *   outlive this one
 * @returns {Promise<Result>}
 */
export async function inTurn({ name, helper, onWait }, work) {
  const path = lockPath(name);
  let told = false;
  while (!(await writeLock(path, {}, link))) {
    const holder = await holderOf(path);
    const busy = [
      [holder.pid, 'node'],
      [holder.helper, helper],
    ].find(([pid, program]) => isRunning(pid, program))?.[0];
    if (busy === undefined) await removeStale(path, holder);
    else {
      if (!told) onWait(busy);
      told = true;
      await sleep(200);
    }
  }
  try {
    return await work((pid) => writeLock(path, { helper: pid }, rename));
  } finally {
    await rm(path, { force: true });
  }
}
