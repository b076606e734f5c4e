import type { DraftContent, DraftView, Route } from '../views.ts';

/** What a change may touch; `undefined` takes an answer back. */
export type DraftPatch = { readonly [Key in Exclude<keyof DraftContent, 'signature'>]?: DraftContent[Key] | undefined };

const signedOver = ['route', 'premises', 'conditionsMetOn'] as const;

/**
 * The content after a change. A signature stands under the route, the address and the promised day,
 * so changing one of them takes it away.
 */
export function withChange(content: DraftContent, patch: DraftPatch): DraftContent {
  const all = { ...content, ...patch };
  // Entries that are undefined are left out, as they are on the way to the API.
  const next = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as DraftContent;
  const touched = content.signature && signedOver.some((key) => next[key] !== content[key]);
  return touched ? { ...next, signature: null } : next;
}

/** The route in which the draft runs: the one chosen, otherwise the first that is open. */
export const routeOf = (draft: Pick<DraftView, 'content' | 'eligibility'>): Route =>
  draft.content.route ?? draft.eligibility.routes[0] ?? 'ordinary';

/** Whether the signature names another version of the notice than the one in force. */
export const noticeChanged = ({ content, notice }: Pick<DraftView, 'content' | 'notice'>): boolean =>
  Boolean(content.signature && notice && content.signature.noticeVersion !== notice.version);

/** Whether the draft carries a signature under the notice in force. */
export const isSigned = (draft: Pick<DraftView, 'content' | 'notice'>): boolean =>
  Boolean(draft.content.signature && draft.notice) && !noticeChanged(draft);
