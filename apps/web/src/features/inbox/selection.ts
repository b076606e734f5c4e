/** The current row: its key, and where it stood when it was last seen. */
export interface Place {
  readonly key: string;
  readonly index: number;
}

const placeAt = (keys: readonly string[], index: number): Place | null => {
  const at = Math.min(Math.max(index, 0), keys.length - 1);
  const key = keys[at];
  return key === undefined ? null : { key, index: at };
};

/** The current row after the list changed: the same row wherever it went, else the one that took its place, else the first. */
export function stay(keys: readonly string[], place: Place | null): Place | null {
  if (!place) return placeAt(keys, 0);
  const index = keys.indexOf(place.key);
  return index >= 0 ? { key: place.key, index } : placeAt(keys, place.index);
}

/** The row `step` further on, stopping at both ends. */
export function move(keys: readonly string[], place: Place | null, step: 1 | -1): Place | null {
  const now = stay(keys, place);
  return now && placeAt(keys, now.index + step);
}

/** Keys still in the list out of those that were ticked. */
export const stillThere = (keys: readonly string[], ticked: ReadonlySet<string>): readonly string[] =>
  keys.filter((key) => ticked.has(key));
