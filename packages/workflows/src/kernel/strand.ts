/** One line of a flow: the main line, a branch, or what the exercise of a right set in motion. */
export class Strand {
  readonly path: string;
  readonly parent: Strand | null;
  /** Set while the strand waits for a duty, a join or nothing any more. */
  waiting = true;
  ended = false;
  /** Ended from outside: whatever it still waited for never comes. */
  dropped = false;

  constructor(path: string, parent: Strand | null) {
    this.path = path;
    this.parent = parent;
  }

  isWithin(other: Strand): boolean {
    return this === other || (this.parent?.isWithin(other) ?? false);
  }
}

/** Thrown by `close` to leave the procedure; the kernel alone catches it. */
export const CASE_CLOSED: unique symbol = Symbol('case closed');
