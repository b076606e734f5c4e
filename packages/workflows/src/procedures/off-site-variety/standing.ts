/** How matters stand with a site, as its case tells the cases of its varieties. */
export const standings = ['awaiting', 'inspecting', 'cleared', 'noConsent', 'notPassed'] as const;

/** One of the {@link standings}. */
export type Standing = (typeof standings)[number];

/** The standing of that name. @throws TypeError for any other word: a case that was opened with one is none. */
export function standingOf(word: unknown): Standing {
  const known = standings.find((standing) => standing === word);
  if (known === undefined) throw new TypeError(`no standing of a site: ${String(word)}`);
  return known;
}
