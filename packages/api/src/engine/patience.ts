const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 3_600_000;

interface Tried {
  readonly times: number;
  readonly notBeforeMs: number;
}

/** How often a case that does not recover is tried: at once, then after pauses that double up to an hour. */
export class Patience {
  readonly #tried = new Map<string, Tried>();

  /** Notes an attempt; false when it is too early for another. */
  mayTry(caseId: string, nowMs: number): boolean {
    const { times, notBeforeMs } = this.#tried.get(caseId) ?? { times: 0, notBeforeMs: 0 };
    if (nowMs < notBeforeMs) return false;
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** times, LONGEST_PAUSE_MS);
    this.#tried.set(caseId, { times: times + 1, notBeforeMs: nowMs + pauseMs });
    return true;
  }

  /** The case gets on: the next time it is tried at once again. */
  recovered(caseId: string): void {
    this.#tried.delete(caseId);
  }
}
