/** The turn that somebody waits for. */
export interface AwaitedTurn {
  /** Resolves when PostgreSQL has told that it is committed; never when that was not heard. */
  readonly told: Promise<void>;
  /** Nobody waits for it any more. */
  forget(): void;
}

/** Turns by the request that leads to them, each awaited by whoever sent it; a request sent twice is awaited twice. */
export class AwaitedTurns {
  readonly #waiting = new Map<string, Set<() => void>>();

  /** From now on the turn of this request is heard. */
  turnOf(requestId: string): AwaitedTurn {
    const waiting = this.#waiting.get(requestId) ?? new Set();
    this.#waiting.set(requestId, waiting);
    let hear = (): void => undefined;
    const told = new Promise<void>((resolve) => {
      hear = resolve;
    });
    waiting.add(hear);
    const forget = (): void => {
      waiting.delete(hear);
      if (waiting.size === 0) this.#waiting.delete(requestId);
    };
    return { told, forget };
  }

  /** The turn of this request is committed. */
  tell(requestId: string): void {
    for (const hear of this.#waiting.get(requestId) ?? []) hear();
  }
}
