/** What was typed into the search, trimmed: nothing, too little to find anything by, or words to search for. */
export type Typed = { readonly kind: 'nothing' | 'short' } | { readonly kind: 'words'; readonly words: string };

/** Reads what was typed; two characters suffice. */
export function readTyped(typed: string): Typed {
  const words = typed.trim();
  if (words === '') return { kind: 'nothing' };
  return [...words].length < 2 ? { kind: 'short' } : { kind: 'words', words };
}

/** Which sentence says how many cases there are; `AtLeast` while further pages have not been read. */
export const headlineKey = <Kind extends 'open' | 'closed' | 'all' | 'found'>(
  kind: Kind,
  complete: boolean,
): `${Kind}Exactly` | `${Kind}AtLeast` => (complete ? `${kind}Exactly` : `${kind}AtLeast`);
