/** A reader that lags this far behind is let go; it reads everything again when it comes back. */
const CAPACITY = 1_000;

/** A queue with one reader: what is put comes out in order, until it is closed. */
export class Mailbox<T> implements AsyncIterable<T> {
  readonly #waiting: T[] = [];
  #closed = false;
  #wake: (() => void) | null = null;

  /** False when the mailbox is closed, which a full one is. */
  put(message: T): boolean {
    if (this.#waiting.length >= CAPACITY) this.close();
    if (this.#closed) return false;
    this.#waiting.push(message);
    this.#wake?.();
    return true;
  }

  /** What has been put already still comes out. */
  close(): void {
    this.#closed = true;
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for (;;) {
      const next = this.#waiting.shift();
      if (next !== undefined) yield next;
      else if (this.#closed) return;
      else await this.#somethingHappens();
    }
  }

  #somethingHappens(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = () => {
        this.#wake = null;
        resolve();
      };
    });
  }
}
