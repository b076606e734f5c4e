/** What a case is asked for by. */
export interface Asked {
  readonly number: string;
  readonly lastFour: string;
}

/** What is wrong with an entry, as a key of the sentence that says so. */
export type Wrong = { readonly [Field in keyof Asked]?: 'missing' | 'notFour' };

/** Both entries as the record writes them: no blanks, letters of the credit code in capitals. */
export const tidied = (asked: Asked): Asked => ({
  number: asked.number.replace(/\s+/g, ''),
  lastFour: asked.lastFour.replace(/\s+/g, '').toUpperCase(),
});

/** What keeps the question from being asked; empty when nothing does. Expects tidied entries. */
export function wrongIn({ number, lastFour }: Asked): Wrong {
  const four = lastFour === '' ? 'missing' : /^[0-9A-Z]{4}$/.test(lastFour) ? null : 'notFour';
  return { ...(number === '' ? { number: 'missing' } : {}), ...(four ? { lastFour: four } : {}) };
}
