import { ProcedureMisuse } from './misuse.ts';
import { CASE_CLOSED, type Strand } from './strand.ts';

/** Microtasks a strand may take between two words. The only hang detector that behaves alike in every host. */
const PATIENCE = 5_000;

/** Microtasks in which a strand that said it waits must not go on: enough for its own `return` to be noticed. */
const GRACE = 8;

/**
 * Runs strands one at a time, each until it waits or ends, in the order in which they became ready. What the ledger
 * shows therefore depends on the flow alone, never on how many microtasks an `await` took.
 */
export class Scheduler {
  readonly #ready: { readonly strand: Strand; readonly go: () => void }[] = [];
  #current: Strand | null = null;
  #poison: ProcedureMisuse | null = null;

  /** Starts `body` as a strand; `ended` is told its result once it has finished. */
  spawn<T>(strand: Strand, body: () => Promise<T>, ended: (result: T) => void): void {
    this.#ready.push({ strand, go: () => void this.#follow(strand, body, ended) });
  }

  /** A promise that `strand` waits on, and the function that makes the strand ready again. */
  wait<T>(strand: Strand): { readonly promise: Promise<T>; readonly wake: (value: T) => void } {
    let resolve: (value: T) => void = () => undefined;
    const promise = new Promise<T>((done) => {
      resolve = done;
    });
    strand.waiting = true;
    return { promise, wake: (value) => void this.#ready.push({ strand, go: () => resolve(value) }) };
  }

  /** The strand whose word is being spoken. @throws ProcedureMisuse when there is none or it should be waiting. */
  speaker(word: string): Strand {
    if (this.#poison !== null) throw this.#poison;
    const strand = this.#current;
    if (strand === null) throw this.poison(new ProcedureMisuse('OUTSIDE_A_TURN', { word }));
    if (strand.waiting) throw this.poison(new ProcedureMisuse('NOT_AWAITED', { word, strand: strand.path }));
    return strand;
  }

  /** Remembers the misuse, so that a procedure's own `catch` cannot swallow it. */
  poison(misuse: ProcedureMisuse): ProcedureMisuse {
    this.#poison ??= misuse;
    return misuse;
  }

  /** Runs until every strand waits or `isOver`. @throws ProcedureMisuse */
  async run(isOver: () => boolean): Promise<void> {
    for (let next = this.#ready.shift(); next !== undefined && !isOver(); next = this.#ready.shift()) {
      if (!next.strand.dropped) await this.#runOne(next.strand, next.go);
    }
    if (isOver()) this.#ready.length = 0;
  }

  async #runOne(strand: Strand, go: () => void): Promise<void> {
    strand.waiting = false;
    this.#current = strand;
    go();
    const paused = (): boolean => strand.waiting || strand.ended || this.#poison !== null;
    if (!(await microtasksUntil(paused, PATIENCE)))
      this.poison(new ProcedureMisuse('AWAITS_SOMETHING_ELSE', { strand: strand.path }));
    await microtasksUntil(() => strand.ended || this.#poison !== null, GRACE);
    this.#current = null;
    if (this.#poison !== null) throw this.#poison;
  }

  async #follow<T>(strand: Strand, body: () => Promise<T>, ended: (result: T) => void): Promise<void> {
    try {
      const result = await body();
      if (strand.waiting) this.poison(new ProcedureMisuse('NOT_AWAITED', { strand: strand.path }));
      else ended(result);
    } catch (thrown) {
      if (thrown !== CASE_CLOSED) this.poison(misuseOf(thrown, strand));
    } finally {
      strand.ended = true;
    }
  }
}

const misuseOf = (thrown: unknown, { path }: Strand): ProcedureMisuse =>
  thrown instanceof ProcedureMisuse
    ? thrown
    : new ProcedureMisuse('PROCEDURE_THREW', { strand: path, thrown: String(thrown) }, thrown);

/**
 * Looks once per microtask, `most` times, and tells whether it has seen what it looks for. A thenable that is resolved
 * with itself takes a microtask without making a promise: engines that keep a stack trace per promise make those dear.
 */
function microtasksUntil(seen: () => boolean, most: number): PromiseLike<boolean> {
  let spent = 0;
  const look = {
    // Called by `await` and by the promise machinery, which hands over its own resolving function.
    then: (resolve: (value: unknown) => void): void => {
      if (seen()) resolve(true);
      else if (spent === most) resolve(false);
      else {
        spent += 1;
        resolve(look);
      }
    },
  };
  return look as PromiseLike<boolean>; // resolved with itself until it is resolved with a boolean
}
