import { LianbanError } from '@lianban/domain/error';
import { Refusal, type RefusalCode } from '../commands/refusal.ts';

/** A place in a script. */
export type Path = readonly PropertyKey[];

/** A place as refusals name it: `acts[3].do`; null for the script as a whole. */
export const placeOf = (path: Path): string | null =>
  path.length === 0
    ? null
    : path
        .map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at === 0 ? '' : '.'}${String(part)}`))
        .join('');

/** A script cannot be played on from this place. */
export class Stopped extends Error {
  override name = 'Stopped';
  readonly path: Path;
  readonly refusal: Refusal;

  constructor(path: Path, code: RefusalCode, found: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.path = path;
    this.refusal = new Refusal(code, placeOf(path), found);
  }
}

/** Counts days, and blames the place whose day leads out of the calendar. @throws Stopped */
export async function counting<T>(path: Path, count: () => T | Promise<T>): Promise<T> {
  try {
    return await count();
  } catch (failure) {
    if (!(failure instanceof LianbanError)) throw failure;
    if (failure.code === 'CALENDAR_GAP') throw new Stopped(path, 'CALENDAR_GAP', { on: String(failure.detail['on']) });
    if (failure.code === 'NO_SUCH_DATE') throw new Stopped(path, 'BEYOND_CALENDAR');
    throw failure;
  }
}
