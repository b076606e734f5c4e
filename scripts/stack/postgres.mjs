import { existsSync, readFileSync } from 'node:fs';
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { askSystem, commandOf } from './ask-system.mjs';
import { postgresFiles } from './postgres-files.mjs';
import { postgresOwner } from './postgres-owner.mjs';
import { exists } from './process-group.mjs';

const USER = 'lianban';
const PASSWORD = 'lianban';

/** Servers that are thrown away may lose what the machine had not written yet. */
export const FORGETFUL = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** With the plain C locale the trigram functions see no Chinese, so a UTF-8 one is taken under whatever name it has. */
function unicodeLocale() {
  const known = askSystem('locale', ['-a']).text.split('\n');
  const wanted = ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'en_US.utf8', 'zh_CN.UTF-8', 'zh_CN.utf8'];
  return wanted.find((name) => known.includes(name)) ?? 'C.UTF-8';
}

/** Makes an empty cluster; one whose making was interrupted is made again. */
async function initialise(stack, { bin, data, owner, logs }) {
  const draft = `${data}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true, mode: 0o700 });
  const passwordFile = `${draft}.password`;
  await writeFile(passwordFile, PASSWORD, { mode: 0o600 });
  if (owner.uid !== undefined) for (const path of [draft, passwordFile]) await chown(path, owner.uid, owner.gid);
  const locale = unicodeLocale();
  await stack.run({
    name: 'initdb',
    log: `${logs}initdb`,
    program: join(bin, 'initdb'),
    args: [
      ...[`--pgdata=${draft}`, `--username=${USER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
      ...['--encoding=UTF8', `--locale=${locale}`, '--lc-messages=C', '--no-sync'],
    ],
    cwd: '/',
    owner,
  });
  await rm(passwordFile);
  await rename(draft, data);
}

/** The process that the data folder says is serving it, and whether it is ready; null when none is. */
function postmasterOf(data) {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), isReady: lines[7]?.trim() === 'ready' };
  } catch (failure) {
    if (failure.code === 'ENOENT') return null;
    throw failure;
  }
}

/**
 * After a crash the data folder may name a process that is gone, or whose number now belongs to somebody else, which
 * would keep PostgreSQL from starting. One that really still serves the folder is asked to end.
 */
async function clearLeftover(data) {
  const left = postmasterOf(data);
  if (left === null) return;
  if (commandOf(left.pid).includes(data)) {
    process.kill(left.pid, 'SIGINT');
    for (const end = Date.now() + 20_000; exists(left.pid) && Date.now() < end;) await sleep(50);
    return;
  }
  await rm(join(data, 'postmaster.pid'), { force: true });
}

/**
 * Starts PostgreSQL 18 on 127.0.0.1, making its cluster first when there is none.
 * @param {import('./stack.mjs').Stack} stack
 * @param {{ data: string, port: number, isTemporary?: boolean, logs?: string, settings?: Record<string, string> }} wanted `logs` starts the
 *   names of its log files
 * @returns {Promise<string>} the connection string of the database `lianban`, which need not exist yet
 */
export async function startPostgres(stack, { data: wantedData, port, isTemporary = false, logs = '', settings = {} }) {
  const owner = postgresOwner();
  const { bin, data } = await postgresFiles(wantedData, owner);
  if (isTemporary) stack.removeAtEnd(data);
  if (!existsSync(data)) await initialise(stack, { bin, data, owner, logs });
  await clearLeftover(data);
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '200', ...settings };
  await stack.serve(
    {
      name: 'PostgreSQL',
      log: `${logs}postgres`,
      program: join(bin, 'postgres'),
      args: [
        '-D',
        data,
        '-p',
        String(port),
        ...Object.entries(all).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
      ],
      env: { LC_ALL: undefined },
      cwd: '/',
      owner,
      stopSignal: 'SIGINT',
      graceMs: 20_000,
    },
    { ask: async () => postmasterOf(data)?.isReady === true, withinMs: 60_000 },
  );
  return `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/lianban`;
}
