// Plain Node: nothing is installed yet.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { StackError } from './stack-error.mjs';

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
 * Runs `npm ci` when what is installed is not what package-lock.json says.
 * @throws StackError naming what is missing when that does not work.
 */
export function ensureInstalled() {
  const outdated = outdatedPackages();
  if (outdated?.length === 0) return;
  console.log(
    outdated === null
      ? 'Nothing is installed yet: running npm ci (about a minute) …'
      : `package-lock.json has changed (${outdated.length} packages): running npm ci …`,
  );
  const { command, args } = npm('ci', '--no-audit', '--no-fund', '--loglevel=error');
  const { status, signal, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (signal !== null) process.exit(130);
  if (status === 0) return;
  const missing = outdated ?? Object.keys(packagesIn('package-lock.json') ?? {}).filter(isInstalled);
  const names = missing.slice(0, 5).map((place) => place.replace('node_modules/', ''));
  throw new StackError(
    [
      `npm ci did not work (${error?.message ?? `exit code ${status}`}); what it said stands above.`,
      `Missing: ${missing.length} packages of package-lock.json, among them ${names.join(', ')}.`,
      `They come from ${registry()}. Without a way there, point npm to a registry that can be reached`,
      '(npm config set registry …) or copy node_modules from a machine that has them, then start again.',
    ].join('\n'),
  );
}
