import type { Caller } from '../../support/caller.ts';
import type { Target } from './cases.ts';

/** How a route is asked about a target. */
export interface Ask {
  readonly call: (caller: Caller, target: Target) => Promise<unknown>;
  /** For lists and counts: whether the target is among what was answered. */
  readonly shows?: (answer: never, target: Target) => boolean;
  /** Takes back what the call has changed where it was to be let through: SQL with the ids as they are named. */
  readonly undo?: (target: Target) => readonly string[];
}

/** A route that shows a list or counts. */
export const list = <T>(
  call: (caller: Caller, target: Target) => Promise<T>,
  shows: (answer: T, target: Target) => boolean,
) => ({
  call,
  shows,
});

/** Some day. */
export const day = '2026-03-02';
/** A day on which nothing can begin or end any more. */
export const past = '2000-01-01';
/** Why it is asked. */
export const reason = '试问';
/** Of nothing. */
export const NO_ID = '00000000-0000-4000-8000-000000000000';
/** What would bind somebody to an enterprise, with its days in the wrong order. */
export const interest = { enterprise: '某企业', kind: 'other', since: day, until: past, note: reason } as const;
