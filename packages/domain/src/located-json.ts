import { LianbanError } from './error.ts';

/** A JSON value with the line it begins on, counted from 1. */
export type LocatedJson = { readonly line: number } & (
  | { readonly kind: 'object'; readonly entries: ReadonlyMap<string, LocatedJson> }
  | { readonly kind: 'array'; readonly items: readonly LocatedJson[] }
  | { readonly kind: 'scalar'; readonly value: string | number | boolean | null }
);

/** Deeper than any file of ours, and far from what the stack can bear. */
const MAX_DEPTH = 16;

/**
 * Reads JSON (RFC 8259) and keeps the line of every value, so that a mistake can be pointed at.
 * @throws LianbanError MALFORMED with the `line` of what is no JSON, of a repeated name, or of a value nested too deep.
 */
export function locatedJson(content: string): LocatedJson {
  const reader = new Reader(content);
  const value = reader.value(0);
  reader.end();
  return value;
}

const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y; // eslint-disable-line no-control-regex
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

class Reader {
  readonly #content: string;
  #at = 0;
  #line = 1;

  constructor(content: string) {
    this.#content = content;
  }

  value(depth: number): LocatedJson {
    this.#take(SPACE);
    const line = this.#line;
    if (depth > MAX_DEPTH) this.#refuse();
    if (this.#skip('{')) return { kind: 'object', line, entries: this.#entries(depth) };
    if (this.#skip('[')) return { kind: 'array', line, items: this.#items(depth) };
    const written = this.#take(STRING) ?? this.#take(PLAIN) ?? this.#refuse();
    const value = JSON.parse(written) as string | number | boolean | null; // what the two patterns match
    return { kind: 'scalar', line, value };
  }

  end(): void {
    this.#take(SPACE);
    if (this.#at < this.#content.length) this.#refuse();
  }

  #entries(depth: number): ReadonlyMap<string, LocatedJson> {
    const entries = new Map<string, LocatedJson>();
    if (this.#skip('}')) return entries;
    do {
      this.#take(SPACE);
      const name = JSON.parse(this.#take(STRING) ?? this.#refuse()) as string; // what the pattern matches
      if (entries.has(name)) this.#refuse();
      if (!this.#skip(':')) this.#refuse();
      entries.set(name, this.value(depth + 1));
    } while (this.#skip(','));
    if (!this.#skip('}')) this.#refuse();
    return entries;
  }

  #items(depth: number): readonly LocatedJson[] {
    const items: LocatedJson[] = [];
    if (this.#skip(']')) return items;
    do items.push(this.value(depth + 1));
    while (this.#skip(','));
    if (!this.#skip(']')) this.#refuse();
    return items;
  }

  /** Goes past the sign, and the space before it, if it comes next. */
  #skip(sign: string): boolean {
    this.#take(SPACE);
    const isNext = this.#content[this.#at] === sign;
    if (isNext) this.#at += 1;
    return isNext;
  }

  /** What the pattern matches here; null when it does not. */
  #take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const [taken] = pattern.exec(this.#content) ?? [];
    if (taken === undefined) return null;
    this.#at += taken.length;
    for (const sign of taken) if (sign === '\n') this.#line += 1;
    return taken;
  }

  #refuse(): never {
    throw new LianbanError('MALFORMED', { line: this.#line });
  }
}
