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

/**
 * Takes the lock of that name once nobody has it. `isBusy` is told who has it: it waits a moment when that is somebody,
 * or throws; false makes the lock stale.
 * @returns {Promise<string>} path of the lock
 */
async function take(name, own, isBusy) {
  const path = join(stateFolder, `${name}.lock`);
  while (!(await writeLock(path, own, link))) {
    const holder = await holderOf(path);
    if (!(await isBusy(holder))) await removeStale(path, holder);
  }
  return path;
}

/**
 * Makes this the only process that runs `script` in this copy of the project, until it ends. One that was killed is
 * waited for while its guard is still putting its servers away.
 * @param {import('./stack.mjs').Stack} stack
 * @param {{ script: string, hint: string }} subject `hint` says what to do with the one that is running
 * @throws StackError when another one is running
 */
export async function claim(stack, { script, hint }) {
  const path = await take(script, { guard: stack.guardPid }, async ({ pid, since, guard }) => {
    if (isRunning(pid, script)) throw new StackError(`It is running already (process ${pid}, since ${since}). ${hint}`);
    if (!isRunning(guard, 'guard.mjs')) return false;
    await sleep(100);
    return true;
  });
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
  let told = false;
  const path = await take(name, {}, async (holder) => {
    const busy = [
      [holder.pid, 'node'],
      [holder.helper, helper],
    ].find(([pid, program]) => isRunning(pid, program))?.[0];
    if (busy === undefined) return false;
    if (!told) onWait(busy);
    told = true;
    await sleep(200);
    return true;
  });
  try {
    return await work((pid) => writeLock(path, { helper: pid }, rename));
  } finally {
    await rm(path, { force: true });
  }
}
