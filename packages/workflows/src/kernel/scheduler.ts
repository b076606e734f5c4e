import { ProcedureMisuse, type MisuseCode } from './misuse.ts';
import { CASE_CLOSED, type Strand } from './strand.ts';

/** Microtasks a strand may take between two words. The only hang detector that behaves alike in every host. */
const PATIENCE = 5_000;

/** Microtasks in which a strand that said it waits must not go on: enough for its own `return` to be noticed. */
const GRACE = 8;

/** Times that strands may run in one turn: far more than any flow has, so that a loop whose conditions all hold is an error and no hang. */
const TIRELESS = 10_000;

/** How a strand waits. */
interface Waiting<T> {
  readonly promise: Promise<T>;
  readonly wake: (value: T) => void;
  readonly wakeNext: (value: T) => void;
}

/** What a strand waits for without waiting for anybody: a condition over what the flow keeps. */
export interface Guard {
  readonly strand: Strand;
  /** The step that waits for it. */
  readonly step: string;
  readonly holds: () => boolean;
  /** Called once, as soon as it holds. */
  readonly met: () => void;
}

/**
 * Runs strands one at a time, each until it waits or ends, in the order in which they became ready. What the ledger
 * shows therefore depends on the flow alone, never on how many microtasks an `await` took.
 */
export class Scheduler {
  readonly #ready: { readonly strand: Strand; readonly go: () => void }[] = [];
  readonly #guards = new Set<Guard>();
  /** The guard that is being looked at; no word may be spoken meanwhile. */
  #looking: Guard | null = null;
  #current: Strand | null = null;
  #poison: ProcedureMisuse | null = null;

  /** Starts `body` as a strand; `ended` is told its result once it has finished. */
  spawn<T>(strand: Strand, body: () => Promise<T>, ended: (result: T) => void): void {
    this.#ready.push({ strand, go: () => void this.#follow(strand, body, ended) });
  }

  /** A promise that `strand` waits on, and the functions that make the strand ready again, after the others or before. */
  wait<T>(strand: Strand): Waiting<T> {
    let resolve: (value: T) => void = () => undefined;
    const promise = new Promise<T>((done) => {
      resolve = done;
    });
    strand.waiting = true;
    return {
      promise,
      wake: (value) => void this.#ready.push({ strand, go: () => resolve(value) }),
      wakeNext: (value) => void this.#ready.unshift({ strand, go: () => resolve(value) }),
    };
  }

  /** The strand whose word is being spoken. @throws ProcedureMisuse when there is none or it should be waiting. */
  speaker(word: string): Strand {
    if (this.#poison !== null) throw this.#poison;
    this.refuseInGuard(word);
    const strand = this.#current;
    if (strand === null) throw this.misuse('OUTSIDE_A_TURN', { word });
    if (strand.waiting) throw this.misuse('NOT_AWAITED', { word, strand: strand.path });
    return strand;
  }

  /** Remembers the misuse, so that a procedure's own `catch` cannot swallow it. */
  poison(misuse: ProcedureMisuse): ProcedureMisuse {
    this.#poison ??= misuse;
    return misuse;
  }

  /** The misuse of that name, remembered. */
  misuse(code: MisuseCode, detail: Readonly<Record<string, unknown>>): ProcedureMisuse {
    return this.poison(new ProcedureMisuse(code, detail));
  }

  /** @throws ProcedureMisuse when `word` is used by a condition, which only reads what the flow keeps. */
  refuseInGuard(word: string): void {
    if (this.#looking === null) return;
    const { step, strand } = this.#looking;
    throw this.misuse('WORD_IN_A_GUARD', { word, step, strand: strand.path });
  }

  /**
   * Looks at the guard now and, as long as it does not hold, again whenever strands have run and all of them wait. What it
   * is met by holds when its strand goes on: nothing runs in between.
   */
  watch(guard: Guard): void {
    if (this.#holds(guard)) guard.met();
    else this.#guards.add(guard);
  }

  unwatch(guard: Guard): void {
    this.#guards.delete(guard);
  }

  /** The guards of strands that still go on, oldest first. */
  guards(): readonly Guard[] {
    return [...this.#guards].filter(({ strand }) => !strand.isDropped);
  }

  /** Runs until every strand waits, for somebody or for what does not hold, or `isOver`. @throws ProcedureMisuse */
  async run(isOver: () => boolean): Promise<void> {
    let runs = 0;
    while (!isOver()) {
      const next = this.#ready.shift();
      if (next === undefined) {
        if (runs > 0 && this.#meetOne()) continue;
        return;
      }
      if (next.strand.isDropped) continue;
      runs += 1;
      if (runs > TIRELESS) throw this.misuse('IN_CIRCLES', { strand: next.strand.path });
      await this.#runOne(next.strand, next.go);
    }
    this.#ready.length = 0;
    this.#guards.clear();
  }

  /** Whether one of the guards holds; its strand is ready then. */
  #meetOne(): boolean {
    const guard = this.guards().find((waiting) => this.#holds(waiting));
    if (guard === undefined) return false;
    this.#guards.delete(guard);
    guard.met();
    return true;
  }

  #holds(guard: Guard): boolean {
    this.#looking = guard;
    try {
      return guard.holds();
    } catch (thrown) {
      throw this.poison(misuseOf(thrown, guard.strand));
    } finally {
      this.#looking = null;
    }
  }

  async #runOne(strand: Strand, go: () => void): Promise<void> {
    strand.waiting = false;
    this.#current = strand;
    go();
    const paused = (): boolean => strand.waiting || strand.ended || this.#poison !== null;
    if (!(await microtasksUntil(paused, PATIENCE))) this.misuse('AWAITS_SOMETHING_ELSE', { strand: strand.path });
    await microtasksUntil(() => strand.ended || this.#poison !== null, GRACE);
    this.#current = null;
    if (this.#poison !== null) throw this.#poison;
  }

  async #follow<T>(strand: Strand, body: () => Promise<T>, ended: (result: T) => void): Promise<void> {
    try {
      const result = await body();
      if (strand.waiting) this.misuse('NOT_AWAITED', { strand: strand.path });
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
