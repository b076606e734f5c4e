import type { Instant } from '@lianban/domain/civil-date';
import type { PastCase } from './past-case.ts';

/** Something that is to happen in a case. */
export interface Happening {
  readonly at: Instant;
  /** Names it when it cannot happen. */
  readonly what: string;
  run(): Promise<void>;
}

/** What goes on in a course. */
export interface Playbook {
  /** What the case shows. */
  readonly story: string;
  readonly past: PastCase;
  /** In order. */
  readonly happenings: readonly Happening[];
  /** Begins the course of the case in which this one goes on; null when nothing continues it. */
  readonly sequel: (() => Promise<Course>) | null;
}

/** A case on its way through its past; duties lapse in between as their time comes. */
export class Course {
  readonly #playbook: Playbook;
  /** Nothing happens later than this. */
  readonly #until: Instant;
  readonly #ahead: Happening[];

  constructor(playbook: Playbook, until: Instant) {
    this.#playbook = playbook;
    this.#until = until;
    this.#ahead = [...playbook.happenings];
  }

  /** When something happens next; null when nothing does any more. */
  get next(): Instant | null {
    return this.#following()?.at ?? null;
  }

  /** Lets the next thing happen. Gives the course in which the case goes on when that was its last. @throws Error naming the story. */
  async goOn(): Promise<Course | null> {
    const following = this.#following();
    if (following === null) return null;
    const { story, past, sequel } = this.#playbook;
    if (following === this.#ahead[0]) this.#ahead.shift();
    try {
      await following.run();
      const over = this.#ahead.length === 0 && past.committed.closed === 'converted';
      return over && sequel !== null ? await sequel() : null;
    } catch (cause) {
      throw new Error(`The demonstration cannot show ${story}: ${following.what} at ${following.at} failed`, { cause });
    }
  }

  #following(): Happening | null {
    const [first = null] = this.#ahead;
    const { past } = this.#playbook;
    const lapse = past.committed.nextLapse;
    if (lapse === null || lapse.due > (first?.at ?? this.#until)) return first;
    return { at: lapse.due, what: `lapse of ${lapse.duty}`, run: () => past.lapse(lapse) };
  }
}

/** The course in which something happens next, and when; undefined when nothing is left. */
export function nextAmong(courses: readonly Course[]): { readonly course: Course; readonly at: Instant } | undefined {
  let found: { readonly course: Course; readonly at: Instant } | undefined;
  for (const course of courses) {
    const at = course.next;
    if (at !== null && (found === undefined || at < found.at)) found = { course, at };
  }
  return found;
}

/** Lets everything happen that is left in the courses, side by side in the order of time. @throws Error naming the story. */
export async function playOut(courses: readonly Course[]): Promise<void> {
  for (let next = nextAmong(courses); next !== undefined; next = nextAmong(courses)) await next.course.goOn();
}
