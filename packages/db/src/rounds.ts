/** Work done again and again until it is stopped. */
export interface Rounds {
  /** Begins the next round at once instead of after the pause. */
  hurry(): void;
  /** Waits for the round under way; none begins afterwards. */
  stop(): Promise<void>;
}

/** Where a round that failed is written down. */
interface Log {
  warn(detail: { readonly err: unknown }, message: string): void;
}

/**
 * Does `round` at once and then after each pause, without a pause after `more`. A round that fails is written down and the
 * next one tries again.
 */
export function rounds(
  what: string,
  { everyMs, log }: { readonly everyMs: number; readonly log: Log },
  round: () => Promise<'more' | void>,
): Rounds {
  let stopped = false;
  let wake: () => void = () => undefined;
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, everyMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const running = (async () => {
    while (!stopped) {
      let done: 'more' | void = undefined;
      try {
        done = await round();
      } catch (err) {
        log.warn({ err }, `${what}: this round failed`);
      }
      if (!stopped && done !== 'more') await pause();
    }
  })();
  return {
    hurry: () => wake(),
    stop: () => {
      stopped = true;
      wake();
      return running;
    },
  };
}
