import { parseArgs } from 'node:util';
import type { Province } from '@lianban/domain/province';
import { openDatabase } from '@lianban/db/client';
import type { Pool } from 'pg';
import type { CalendarFileArgument } from './calendar-file-argument.ts';
import { exitCodes, type ExitCode, type Surroundings } from './command.ts';

/** The words behind a calendar command: one file, and options with a value each. */
export interface CalendarOptions<Name extends string> {
  readonly file: CalendarFileArgument;
  readonly values: Readonly<Partial<Record<Name, string>>>;
}

/** Words that a command cannot work with, with what is wrong. */
export class Misuse extends Error {}

/** Reads them. @throws Misuse */
function calendarOptions<Name extends string>(words: readonly string[], names: readonly Name[]): CalendarOptions<Name> {
  const options = Object.fromEntries(['closures', ...names].map((name) => [name, { type: 'string' as const }]));
  const { values, positionals } = parsed(() => parseArgs({ args: [...words], options, allowPositionals: true }));
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new Misuse('需要一个文件 / one file is needed');
  const texts = Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === 'string'));
  const { closures, ...named } = texts as Partial<Record<Name | 'closures', string>>; // every option is a text
  return { file: { path, closures: provinceIn(closures) }, values: named as Partial<Record<Name, string>> }; // the rest of them
}

function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (failure) {
    throw new Misuse(failure instanceof Error ? failure.message : String(failure));
  }
}

function provinceIn(closures: string | undefined): Province | null {
  if (closures === undefined || closures === 'CQ' || closures === 'SC') return closures ?? null;
  throw new Misuse('--closures CQ | SC');
}

/** Runs `work` over the installation that DATABASE_URL names. Wrong words are answered with the help. */
export async function overInstallation<Name extends string>(
  { words, names, help }: { readonly words: readonly string[]; readonly names: readonly Name[]; readonly help: string },
  { env, errors }: Surroundings,
  work: (pool: Pool, options: CalendarOptions<Name>) => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    const options = calendarOptions(words, names);
    return await withInstallation(env, (pool) => work(pool, options));
  } catch (failure) {
    if (!(failure instanceof Misuse)) throw failure;
    errors.write(`${failure.message}\n\n${help}`);
    return exitCodes.misused;
  }
}

async function withInstallation<T>(env: NodeJS.ProcessEnv, work: (pool: Pool) => Promise<T>): Promise<T> {
  const url = env['DATABASE_URL'] ?? '';
  if (url === '') throw new Error('未设置DATABASE_URL / DATABASE_URL is not set');
  const database = openDatabase(url, 2);
  try {
    return await work(database.pool);
  } finally {
    await database.close();
  }
}
