import { instant, isCivilDate, type CivilDate, type Instant } from '@lianban/domain/civil-date';
import { codePoints, isSafeText } from '@lianban/domain/characters';
import { LianbanError } from '@lianban/domain/error';
import { Refusal } from './refusal.ts';

/** A value inside a list, with its place: `segments[0]`. */
export interface Item {
  readonly value: unknown;
  readonly path: string;
}

/** What kind of value a field takes, in words. */
const words = {
  object: { zh: '对象', en: 'an object' },
  list: { zh: '列表', en: 'a list' },
  text: { zh: '文本', en: 'text' },
  yes: { zh: 'true', en: 'true' },
} as const;

const MAX_TEXT = 500;

/**
 * An object of a line, read field by field; what does not fit is refused by the name of the field. A field that is null is
 * as good as absent.
 */
export class Fields {
  /** Where the object stands in the line: the empty text for the line itself. */
  readonly path: string;
  readonly #values: ReadonlyMap<string, unknown>;

  /** @throws Refusal for what is no object, or has a field that is not among the known ones. */
  constructor(value: unknown, { path, known }: { readonly path: string; readonly known: readonly string[] }) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw path === '' ? new Refusal('NOT_AN_OBJECT', null) : new Refusal('WRONG_TYPE', path, words.object);
    const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
    this.path = path;
    this.#values = new Map(entries.filter(([, content]) => content !== null));
    const foreign = entries.find(([name]) => !known.includes(name));
    if (foreign !== undefined) throw new Refusal('UNKNOWN_FIELD', this.at(foreign[0]), { fields: known.join(', ') });
  }

  /** The field as refusals name it. */
  at(name: string): string {
    return this.path === '' ? name : `${this.path}.${name}`;
  }

  names(): readonly string[] {
    return [...this.#values.keys()];
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** The field as it stands. @throws Refusal when it is missing. */
  value(name: string): unknown {
    if (!this.has(name)) throw new Refusal('MISSING_FIELD', this.at(name));
    return this.#values.get(name);
  }

  date(name: string): CivilDate {
    const value = this.#string(name);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) throw new Refusal('MALFORMED_DATE', this.at(name));
    if (!isCivilDate(value)) throw new Refusal('NO_SUCH_DATE', this.at(name), { value });
    return value;
  }

  instant(name: string): Instant {
    const value = this.#string(name);
    try {
      return instant(value);
    } catch (failure) {
      if (!(failure instanceof LianbanError)) throw failure;
      if (failure.code === 'NO_SUCH_DATE') throw new Refusal('NO_SUCH_DATE', this.at(name), { value });
      throw new Refusal('MALFORMED_INSTANT', this.at(name));
    }
  }

  /** A whole number from 0 to `max`. */
  count(name: string, max: number): number {
    const value = this.value(name);
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max) return Math.abs(value);
    throw new Refusal('OUT_OF_RANGE', this.at(name), { max });
  }

  text(name: string): string {
    const value = this.#string(name);
    if (!isSafeText(value)) throw new Refusal('INVALID_TEXT', this.at(name));
    if (codePoints(value) > MAX_TEXT) throw new Refusal('TOO_LARGE', this.at(name), { max: MAX_TEXT });
    return value;
  }

  oneOf<const T extends string>(name: string, values: readonly T[]): T {
    const value = this.value(name);
    const found = values.find((one) => one === value);
    if (found !== undefined) return found;
    throw new Refusal('WRONG_TYPE', this.at(name), { zh: values.join('或'), en: values.join(' or ') });
  }

  /** @throws Refusal unless it is `true`. */
  yes(name: string): true {
    if (this.value(name) !== true) throw new Refusal('WRONG_TYPE', this.at(name), words.yes);
    return true;
  }

  /** The list, empty when it is absent, each item with its place. */
  list(name: string, max: number): readonly Item[] {
    if (!this.has(name)) return [];
    const list = this.value(name);
    if (!Array.isArray(list)) throw new Refusal('WRONG_TYPE', this.at(name), words.list);
    if (list.length > max) throw new Refusal('TOO_LARGE', this.at(name), { max });
    return list.map((value: unknown, place) => ({ value, path: `${this.at(name)}[${place}]` }));
  }

  #string(name: string): string {
    const value = this.value(name);
    if (typeof value !== 'string') throw new Refusal('WRONG_TYPE', this.at(name), words.text);
    return value;
  }
}
