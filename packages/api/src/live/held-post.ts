import { isDeepStrictEqual } from 'node:util';
import { LianbanError } from '@lianban/domain/error';
import { mayCall } from '@lianban/domain/permission';
import type { Identity } from '../identity/identity.ts';

/** How long a stream that is told nothing may outlive the post it was opened in. */
const LOOK_EVERY_MS = 60_000;

/** Who listens, and who they are if they are asked again. */
export interface Listener {
  readonly identity: Identity;
  readonly identify: () => Promise<Identity | null>;
}

/**
 * The post in which somebody listens, looked at whenever they are to be told something and every minute besides: nothing
 * is told to a post that is no longer held, or no longer the same.
 */
export class HeldPost {
  readonly #listener: Listener;
  readonly #left = new AbortController();
  readonly #looking: ReturnType<typeof setInterval>;
  #lookedAt = Number.NEGATIVE_INFINITY;
  /** Aborted when `until` is, and once the post is found to be lost. */
  readonly signal: AbortSignal;

  constructor(listener: Listener, until: AbortSignal) {
    this.#listener = listener;
    this.signal = AbortSignal.any([until, this.#left.signal]);
    this.#looking = setInterval(() => void this.#look(), LOOK_EVERY_MS);
    // Somebody may go before the first thing is asked for, and then nobody says so.
    if (until.aborted) this.leave();
    else until.addEventListener('abort', () => this.leave(), { once: true });
  }

  /**
   * Nothing, while the post is held as it was. A look serves everything that was heard before it, so that whoever is told
   * much at once does not wait for a look each time; `heardAt` in milliseconds of `performance.now()`.
   * @throws LianbanError NOT_SIGNED_IN when the session or the post has ended, UNAVAILABLE when one has to listen anew in another post.
   */
  async refuseWhenLost(heardAt: number = performance.now()): Promise<void> {
    if (heardAt <= this.#lookedAt) return;
    const { identity, identify } = this.#listener;
    const from = performance.now();
    const now = await identify();
    if (now === null) throw new LianbanError('NOT_SIGNED_IN');
    const same = now.person.id === identity.person.id && isDeepStrictEqual(now.post, identity.post);
    if (!same || !mayCall(now.post.role, 'live.events')) throw new LianbanError('UNAVAILABLE');
    this.#lookedAt = from;
  }

  /** The session has been ended: nothing more is told. */
  lose(): void {
    this.#left.abort();
  }

  /** Nobody listens any more. */
  leave(): void {
    clearInterval(this.#looking);
  }

  async #look(): Promise<void> {
    try {
      await this.refuseWhenLost();
    } catch {
      this.lose(); // whoever reads on asks why
    }
  }
}
