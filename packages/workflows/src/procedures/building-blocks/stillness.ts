import type { PauseReason, ProceedingOver } from '../../vocabulary/proceeding.ts';

/** When a clock stands still, and why. */
export interface Stillness {
  readonly reason: PauseReason;
  /** A condition as `when` reads it. */
  readonly holds: () => boolean;
}

type Words = Pick<
  ProceedingOver<Readonly<Record<string, { readonly outcome: string }>>>,
  'inParallel' | 'when' | 'clock'
>;

/**
 * Does the work while the clock of its step stands still whenever one of the conditions holds, as another line of the case makes
 * it hold and cease to hold. Conditions that hold at once are counted once.
 */
export async function stillWhile<T>(
  p: Words,
  { step, clock, when }: { readonly step: string; readonly clock: string; readonly when: readonly Stillness[] },
  work: () => Promise<T>,
): Promise<T> {
  let isDone = false;
  const watched = async ({ reason, holds }: Stillness): Promise<void> => {
    for (;;) {
      await p.when(step, () => isDone || holds());
      if (isDone) return;
      await p.clock.pause(clock, reason, () => p.when(step, () => isDone || !holds()));
    }
  };
  const done = async (): Promise<T> => {
    const result = await work();
    isDone = true;
    return result;
  };
  const watchers = (): Promise<unknown> =>
    p.inParallel(Object.fromEntries(when.map((one) => [one.reason.key, () => watched(one)] as const)));
  return (await p.inParallel({ work: done, clock: watchers })).work;
}
