// Plain Node: nothing is installed yet.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inTurn } from './one-at-a-time.mjs';
import { root } from './paths.mjs';
import { Interrupted, StackError } from './stack-error.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

function packagesIn(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
  } catch (failure) {
    if (failure.code === 'ENOENT') return null;
    throw failure;
  }
}

const isInstalled = (place) => place.includes('node_modules/');

/**
 * Places whose package is not the one that package-lock.json asks for; null when nothing is installed at all.
 * npm writes its own record of what it installed last of all, so an interrupted installation has none.
 */
function outdatedPackages() {
  const installed = packagesIn('node_modules/.package-lock.json');
  if (installed === null) return null;
  const wanted = packagesIn('package-lock.json') ?? {};
  return Object.keys(wanted)
    .filter(isInstalled)
    .filter((place) => {
      const [want, have] = [wanted[place], installed[place]];
      if (have === undefined) return want.optional !== true && want.devOptional !== true; // another platform's
      return have.version !== want.version || have.integrity !== want.integrity || have.link !== want.link;
    });
}

/** The npm that runs this script, or the one on PATH. */
function npm(...args) {
  const own = process.env.npm_execpath;
  const [command, first] = own?.endsWith('.js') ? [process.execPath, [own]] : ['npm', []];
  return { command, args: [...first, ...args] };
}

function registry() {
  const { command, args } = npm('config', 'get', 'registry');
  return spawnSync(command, args, { cwd: root, encoding: 'utf8' }).stdout?.trim() || 'the npm registry';
}

/**
 * Runs npm in view of the person at the keyboard, and ends it when this process is asked to end: by force, since npm
 * itself would first finish what it is at, and half an installation is known by lacking npm's record.
 */
function runNpm({ command, args }, onStart) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', detached: true });
    let isInterrupted = false;
    const interrupt = () => {
      if (!isInterrupted && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      isInterrupted = true;
    };
    for (const signal of SIGNALS) process.on(signal, interrupt);
    const settle = (outcome) => {
      if (!isInterrupted) for (const signal of SIGNALS) process.off(signal, interrupt);
      resolve({ ...outcome, isInterrupted });
    };
    child.on('error', (failure) => settle({ reason: failure.message }));
    child.on('close', (status, signal) => settle({ status, reason: signal ?? `exit code ${status}` }));
    if (child.pid !== undefined) void onStart(child.pid);
  });
}

async function install(onStart) {
  const outdated = outdatedPackages();
  if (outdated?.length === 0) return; // somebody else has just done it
  console.log(
    outdated === null
      ? 'Nothing is installed yet: running npm ci (about a minute) …'
      : `package-lock.json has changed (${outdated.length} packages): running npm ci …`,
  );
  const command = npm('ci', '--no-audit', '--no-fund', '--loglevel=error', '--fetch-retry-maxtimeout=10000');
  const { status, isInterrupted, reason } = await runNpm(command, onStart);
  if (isInterrupted) throw new Interrupted('a signal');
  if (status === 0) return;
  const missing = outdated ?? Object.keys(packagesIn('package-lock.json') ?? {}).filter(isInstalled);
  const names = missing.slice(0, 5).map((place) => place.replace('node_modules/', ''));
  throw new StackError(
    [
      `npm ci did not work (${reason}); what it said stands above.`,
      `Missing: ${missing.length} packages of package-lock.json, among them ${names.join(', ')}.`,
      `They come from ${registry()}. Without a way there, point npm to a registry that can be reached`,
      '(npm config set registry …) or copy node_modules from a machine that has them, then start again.',
    ].join('\n'),
  );
}

/**
 * Runs `npm ci` when what is installed is not what package-lock.json says; one that is running already is waited for.
 * @throws StackError naming what is missing when that does not work, Interrupted when it was asked to end.
 */
export async function ensureInstalled() {
  if (outdatedPackages()?.length === 0) return;
  const onWait = (pid) => console.log(`The packages are being installed already (process ${pid}): waiting …`);
  await inTurn({ name: 'npm-ci', helper: 'npm', onWait }, install);
}
