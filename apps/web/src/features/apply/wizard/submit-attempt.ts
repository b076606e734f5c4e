import type { ErrorCode } from '@lianban/domain/error';
import type { DraftContent } from '../views.ts';

/** One attempt to submit: however often it is sent, it is one application. */
export interface Attempt {
  readonly requestId: string;
  readonly content: string;
}

/** The attempt under way when its content is unchanged, otherwise a new one under `newId`. */
export function attemptFor(before: Attempt | null, content: DraftContent, newId: () => string): Attempt {
  const written = JSON.stringify(content);
  return before?.content === written ? before : { requestId: newId(), content: written };
}

/** Whether a failure leaves open if the application has arrived; then the same request is sent again, never a new one. */
export const isUndecided = (code: ErrorCode | 'OFFLINE'): boolean =>
  code === 'OFFLINE' || code === 'UNAVAILABLE' || code === 'INTERNAL';
