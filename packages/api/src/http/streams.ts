import { LianbanError } from '@lianban/domain/error';

/** How soon a page whose stream was refused may listen again; one of the others has to end meanwhile. */
const AGAIN_AFTER_S = 60;

/** Whose streams are counted together, and how many there may be. */
export interface StreamLimit {
  readonly key: string;
  readonly allowed: number;
}

/** The live streams that are open, by session and by address: each holds a connection and hears every notice. */
export class OpenStreams {
  readonly #open = new Map<string, number>();

  /**
   * Counts one more under each key; the function it gives takes it away again, once.
   * @throws LianbanError TOO_MANY_ATTEMPTS when one of them has as many as are allowed
   */
  enter(limits: readonly StreamLimit[]): () => void {
    if (limits.some(({ key, allowed }) => this.#count(key) >= allowed))
      throw new LianbanError('TOO_MANY_ATTEMPTS', { seconds: AGAIN_AFTER_S, per: 'streams' });
    for (const { key } of limits) this.#open.set(key, this.#count(key) + 1);
    const leaving = new Set(limits.map(({ key }) => key));
    return () => {
      for (const key of leaving) this.#leave(key);
      leaving.clear();
    };
  }

  #count(key: string): number {
    return this.#open.get(key) ?? 0;
  }

  #leave(key: string): void {
    const left = this.#count(key) - 1;
    if (left > 0) this.#open.set(key, left);
    else this.#open.delete(key);
  }
}
