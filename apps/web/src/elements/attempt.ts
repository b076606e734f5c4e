import type { ErrorCode } from '@lianban/domain/error';

/** One attempt to act: however often it is sent, it has one effect. */
export interface Attempt {
  readonly requestId: string;
  /** Button and form as they were sent. */
  readonly written: string;
}

/** The attempt under way when button and form are unchanged, otherwise a new one under `newId`. */
export function attemptFor(before: Attempt | null, act: object, newId: () => string): Attempt {
  const written = JSON.stringify(act);
  return before?.written === written ? before : { requestId: newId(), written };
}

/** Whether a failure leaves open if the act has arrived; then the same request is sent again, never a new one. */
export const isUndecided = (code: ErrorCode | 'OFFLINE'): boolean =>
  code === 'OFFLINE' || code === 'UNAVAILABLE' || code === 'INTERNAL';
