import { openDatabase } from '@lianban/db/client';
import { postgresUrl, readVariables } from '@lianban/domain/environment';
import type { Pool } from 'pg';
import { exitCodes, type ExitCode, type Surroundings } from './command.ts';

/** Words that a command cannot work with, with what is wrong. */
export class Misuse extends Error {}

/**
 * Runs `work` over the installation that DATABASE_URL names, on what `read` makes of the words behind the command. A
 * Misuse of either is answered with the help.
 */
export async function overInstallation<Options>(
  { help, read }: { readonly help: string; readonly read: () => Options },
  { env, errors }: Surroundings,
  work: (pool: Pool, options: Options) => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    const options = read();
    return await withInstallation(env, (pool) => work(pool, options));
  } catch (failure) {
    if (!(failure instanceof Misuse)) throw failure;
    errors.write(`${failure.message}\n\n${help}`);
    return exitCodes.misused;
  }
}

async function withInstallation<T>(env: NodeJS.ProcessEnv, work: (pool: Pool) => Promise<T>): Promise<T> {
  const { DATABASE_URL: url } = readVariables(env, { DATABASE_URL: postgresUrl });
  const database = openDatabase(url, 2);
  try {
    return await work(database.pool);
  } finally {
    await database.close();
  }
}
