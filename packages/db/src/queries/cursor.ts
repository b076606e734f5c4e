import { LianbanError } from '@lianban/domain/error';

/** An opaque place in a list, from its parts. */
export const cursorOf = (parts: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

/** Reads a cursor back, each part checked by its reader. @throws LianbanError MALFORMED */
export function readCursor<T extends readonly unknown[]>(
  cursor: string,
  readers: { readonly [K in keyof T]: (part: unknown) => T[K] },
): T {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(parts) || parts.length !== readers.length) throw new TypeError('wrong length');
    return readers.map((read, at) => read(parts[at])) as unknown as T; // one reader per element of the tuple
  } catch (cause) {
    throw new LianbanError('MALFORMED', { cursor, cause: String(cause) });
  }
}

/** Reads one part: any text. */
export function textPart(part: unknown): string {
  if (typeof part !== 'string') throw new TypeError('text expected');
  return part;
}

/** Reads one part: a small number. */
export function numberPart(part: unknown): number {
  if (typeof part !== 'number' || !Number.isInteger(part)) throw new TypeError('integer expected');
  return part;
}

const INSTANT = /^(infinity|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)$/;

/** Reads one part: an instant, or `infinity`. */
export function instantPart(part: unknown): string {
  if (typeof part !== 'string' || !INSTANT.test(part)) throw new TypeError('instant expected');
  return part;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads one part: a uuid. */
export function uuidPart(part: unknown): string {
  if (typeof part !== 'string' || !UUID.test(part)) throw new TypeError('uuid expected');
  return part;
}
