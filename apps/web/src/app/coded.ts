import type { ErrorCode } from '@lianban/domain/error';

/** A refusal of the API: its code, and names and values for the sentence. */
export interface Coded {
  readonly code: ErrorCode;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The refusal as the API's error formatter writes it; a proxy's page in its place has none. */
export const codedIn = (data: unknown): Coded | null =>
  typeof data === 'object' && data !== null && 'lianban' in data ? (data.lianban as Coded) : null; // its only writer
