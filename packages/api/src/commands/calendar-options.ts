import { parseArgs } from 'node:util';
import type { Province } from '@lianban/domain/province';
import type { CalendarFileArgument } from './calendar-file-argument.ts';
import { Misuse } from './installation.ts';

/** The words behind a calendar command: one file, and options with a value each. */
export interface CalendarOptions<Name extends string> {
  readonly file: CalendarFileArgument;
  readonly values: Readonly<Partial<Record<Name, string>>>;
}

/** Reads them. @throws Misuse */
export function calendarOptions<Name extends string>(
  words: readonly string[],
  names: readonly Name[],
): CalendarOptions<Name> {
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
