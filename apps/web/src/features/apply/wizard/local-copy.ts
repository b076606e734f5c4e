import type { DraftContent } from '../views.ts';

/** Content kept on this device from a change until the API has it. */
export interface LocalCopy {
  readonly content: DraftContent;
  /** Instant of the change by this device's clock, ISO 8601 in UTC. */
  readonly at: string;
  /** What the API had when the change was made: the instant of its last save. */
  readonly over: string;
}

const keyOf = (draftId: string): string => `lianban.draft.${draftId}`;

const isCopy = (value: unknown): value is LocalCopy =>
  typeof value === 'object' &&
  value !== null &&
  'at' in value &&
  typeof value.at === 'string' &&
  'over' in value &&
  typeof value.over === 'string' &&
  'content' in value &&
  typeof value.content === 'object' &&
  value.content !== null;

/** The copy as written, or null for what cannot be one. */
export function parseCopy(stored: string | null): LocalCopy | null {
  if (stored === null) return null;
  try {
    const value: unknown = JSON.parse(stored);
    return isCopy(value) ? value : null;
  } catch {
    return null;
  }
}

/**
 * The copy when the API does not have it: nothing was saved since, or it is later than what was.
 * Clocks of devices differ, so the first holds whatever the clock says.
 */
export const newerCopy = (copy: LocalCopy | null, savedAt: string): LocalCopy | null =>
  copy && (copy.over === savedAt || Date.parse(copy.at) > Date.parse(savedAt)) ? copy : null;

/** Keeps unsaved content on this device. A device that refuses to store is one without this net. */
export function keepCopy(draftId: string, content: DraftContent, over: string): void {
  try {
    const copy: LocalCopy = { content, at: new Date().toISOString(), over };
    localStorage.setItem(keyOf(draftId), JSON.stringify(copy));
  } catch {
    return;
  }
}

/** The content kept on this device, if any. */
export const readCopy = (draftId: string): LocalCopy | null => parseCopy(localStorage.getItem(keyOf(draftId)));

/** Forgets the copy once the API has the content, or the draft is gone. */
export const dropCopy = (draftId: string): void => localStorage.removeItem(keyOf(draftId));
