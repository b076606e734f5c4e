import type { FastifyRateLimitStore } from '@fastify/rate-limit';

/** Keys that are counted at a time; beyond, the one not seen for longest is forgotten. About 200 bytes each. */
const CAPACITY = 100_000;

interface Window {
  /** Beginning of the present window, in milliseconds. */
  from: number;
  count: number;
  /** What the window before it counted. */
  before: number;
}

/**
 * Counts calls by key over the minute, or whatever the window is, that ends now: what the window before counted fades
 * out evenly, so that nobody gets twice the limit at the border of two windows. A refused call is not counted, so the
 * wait that it is told is true. This is the store of @fastify/rate-limit, whose own begins each window anew.
 */
export class SlidingWindow implements FastifyRateLimitStore {
  readonly #windows = new Map<string, Window>();
  readonly #now: () => number;

  constructor(_options?: object, now: () => number = Date.now) {
    this.#now = now;
  }

  /** Each limit counts by itself. */
  child(): SlidingWindow {
    return new SlidingWindow(undefined, this.#now);
  }

  /** Counts one more; `current` is above `max` when it is refused, and `ttl` says for how many milliseconds. */
  incr(...[key, told, windowMs, max]: Parameters<FastifyRateLimitStore['incr']>): void {
    const window = this.#windowOf(key, windowMs);
    const elapsed = this.#now() - window.from;
    const fading = window.before * (1 - elapsed / windowMs);
    if (window.count + fading + 1 > max) {
      told(null, { current: max + 1, ttl: waitOf(window, { elapsed, windowMs, max }) });
      return;
    }
    window.count += 1;
    told(null, { current: Math.ceil(window.count + fading), ttl: windowMs - elapsed });
  }

  #windowOf(key: string, windowMs: number): Window {
    const now = this.#now();
    const known = this.#windows.get(key);
    const windows = known === undefined ? Infinity : Math.floor((now - known.from) / windowMs);
    const window =
      known === undefined || windows > 1
        ? { from: now, count: 0, before: 0 }
        : windows === 1
          ? { from: known.from + windowMs, count: 0, before: known.count }
          : known;
    this.#windows.delete(key); // set again, it is the one seen last
    this.#windows.set(key, window);
    if (this.#windows.size > CAPACITY) this.#forgetOldest();
    return window;
  }

  #forgetOldest(): void {
    const [oldest] = this.#windows.keys();
    if (oldest !== undefined) this.#windows.delete(oldest);
  }
}

/** Until one more call fits, when none is made meanwhile. */
function waitOf({ count, before }: Window, at: { elapsed: number; windowMs: number; max: number }): number {
  const { elapsed, windowMs, max } = at;
  const fits = (fading: number, room: number): number => (fading === 0 ? 0 : windowMs * (1 - room / fading));
  const wait = count + 1 <= max ? fits(before, max - count - 1) - elapsed : windowMs - elapsed + fits(count, max - 1);
  return Math.max(1, Math.ceil(wait));
}
