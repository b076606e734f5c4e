import type { Attempt } from '../../../elements/attempt.ts';

/** What is typed for a duty and not recorded yet. */
export interface KeptForm {
  readonly outcome: string | null;
  readonly values: Readonly<Record<string, unknown>>;
  readonly attempt: Attempt | null;
}

/** Nothing typed, nothing sent. */
export const nothingKept: KeptForm = { outcome: null, values: {}, attempt: null };

/** Whose typing it is: a duty of a case in a post; another post on the same screen finds nothing. */
export interface KeptFor {
  readonly postId: string;
  readonly caseId: string;
  readonly duty: string;
}

const nameOf = ({ postId, caseId, duty }: KeptFor): string => `lianban.act.${postId}.${caseId}.${duty}`;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const attemptIn = (value: unknown): Attempt | null =>
  isRecord(value) && typeof value['requestId'] === 'string' && typeof value['written'] === 'string'
    ? { requestId: value['requestId'], written: value['written'] }
    : null;

/** What was kept, or nothing for what cannot have been. */
export function parseKept(stored: string | null): KeptForm {
  if (stored === null) return nothingKept;
  try {
    const value: unknown = JSON.parse(stored);
    if (!isRecord(value) || !isRecord(value['values'])) return nothingKept;
    const { outcome, values, attempt } = value;
    return { outcome: typeof outcome === 'string' ? outcome : null, values, attempt: attemptIn(attempt) };
  } catch {
    return nothingKept;
  }
}

/** Whether something is typed: a text, a choice, a tick, a line of a list. */
export const isTyped = (values: Readonly<Record<string, unknown>>): boolean => Object.values(values).some(isFilled);

const isFilled = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : typeof value === 'string' ? value.trim() !== '' : value === true;

/** What is kept on this tab; survives a reload and a refusal. */
export const readKept = (of: KeptFor): KeptForm => parseKept(sessionStorage.getItem(nameOf(of)));

/** Keeps it. A browser that refuses to store is one without this net. */
export function keep(of: KeptFor, kept: KeptForm): void {
  try {
    sessionStorage.setItem(nameOf(of), JSON.stringify(kept));
  } catch {
    return;
  }
}

/** Forgets it once the act is recorded. */
export const forget = (of: KeptFor): void => sessionStorage.removeItem(nameOf(of));
