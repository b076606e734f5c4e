import { useState } from 'react';
import { move, stay, stillThere, type Place } from './selection.ts';

/** The current row and the ticked rows of a list that changes under the reader. */
export interface Rows {
  readonly current: string | null;
  readonly ticked: readonly string[];
  readonly isTicked: (key: string) => boolean;
  /** Makes a row the current one. */
  readonly stand: (key: string) => void;
  /** The row one further on, which becomes the current one; null in an empty list. */
  readonly step: (by: 1 | -1) => Place | null;
  readonly tick: (key: string) => void;
  readonly tickAll: (all: boolean) => void;
}

/** Keeps the current row and the ticks on their rows while others come and go. */
export function useRows(keys: readonly string[]): Rows {
  const [place, setPlace] = useState<Place | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const current = stay(keys, place);
  // Where the row stands now is remembered while it is still there, to know what took its place when it goes.
  if (current?.key !== place?.key || current?.index !== place?.index) setPlace(current);
  const ticked = stillThere(keys, chosen);
  return {
    current: current?.key ?? null,
    ticked,
    isTicked: (key) => chosen.has(key),
    stand: (key) => setPlace({ key, index: keys.indexOf(key) }),
    step: (by) => {
      const next = move(keys, current, by);
      setPlace(next);
      return next;
    },
    tick: (key) => setChosen(new Set(chosen.has(key) ? ticked.filter((other) => other !== key) : [...ticked, key])),
    tickAll: (all) => setChosen(new Set(all ? keys : [])),
  };
}
