/** One line of a flow: the main line, a branch, or what the exercise of a right set in motion. */
export class Strand {
  readonly path: string;
  readonly parent: Strand | null;
  /** Set while the strand waits for a duty, a join or nothing any more. */
  waiting = true;
  ended = false;
  #dropped = false;

  constructor(path: string, parent: Strand | null) {
    this.path = path;
    this.parent = parent;
  }

  /** Where something of that name stands in this strand. */
  placeOf(name: string): string {
    return this.path === '' ? name : `${this.path}/${name}`;
  }

  /** A strand of that name that begins in this one. */
  branch(name: string): Strand {
    return new Strand(this.placeOf(name), this);
  }

  /** Ended from outside, alone or with a strand that it began in: whatever it still waited for never comes. */
  get isDropped(): boolean {
    return this.#dropped || (this.parent?.isDropped ?? false);
  }

  drop(): void {
    this.#dropped = true;
  }

  isWithin(other: Strand): boolean {
    return this === other || (this.parent?.isWithin(other) ?? false);
  }
}

/** Thrown by `close` to leave the procedure; the kernel alone catches it. */
export const CASE_CLOSED: unique symbol = Symbol('case closed');
