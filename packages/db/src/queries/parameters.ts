/** The values of a statement that is put together from parts. */
export class Parameters {
  readonly values: unknown[] = [];

  /** Placeholder of the value: `$1`, `$2` and so on. */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** SQL: whether one of the columns contains the words, whatever their case; true when nothing is searched for. */
export function contains(columns: readonly string[], words: string | undefined, parameters: Parameters): string {
  const sought = words?.trim().toLowerCase() ?? '';
  if (sought === '') return 'true';
  const placeholder = parameters.add(sought);
  return `(${columns.map((column) => `position(${placeholder} IN lower(${column})) > 0`).join(' OR ')})`;
}
