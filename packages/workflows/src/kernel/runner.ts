import type { AnyProcedure } from '../vocabulary/procedure.ts';
import { digestOf } from './digest.ts';
import type { Input } from './entry.ts';
import { fold } from './fold.ts';
import { Kernel, type Worked } from './kernel.ts';
import type { NextLapse } from './lapse.ts';
import { takeBack, type Retraction } from './retraction.ts';
import type { Acknowledgement, CommitResult, Refusal, Row, Turn } from './turn.ts';

/** What a driver must offer: somewhere to put turns. */
export interface Host {
  /** Appends the turn, or hands back the row that already stands at its version. */
  commit(turn: Turn): Promise<CommitResult>;
  /** Rows after that version, in order; empty while this runner has seen the whole ledger. */
  rowsAfter(version: number): Promise<readonly Row[]>;
}

/** The case as committed; the only thing timers and the outside may read. */
export interface Committed {
  readonly version: number;
  readonly closed: string | null;
  readonly nextLapse: NextLapse | null;
}

/** An input that the case does not take; nothing was written. */
export class RefusedInput extends Error {
  override name = 'RefusedInput';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

function acknowledge(version: number, { entries }: Worked): Acknowledgement {
  const opened = entries.flatMap((entry) =>
    entry.type === 'opened' && entry.kind === 'duty' ? [{ key: entry.key, step: entry.step, owner: entry.owner }] : [],
  );
  const closing = entries.find((entry) => entry.type === 'closed');
  return { version, opened, closed: closing?.outcome ?? null };
}

/**
 * Takes inputs one at a time, commits each as one turn, and adopts whatever row stands in its way. Every request id
 * has exactly one effect, whoever wrote it and however often it is sent.
 */
export class Runner {
  readonly #procedure: AnyProcedure;
  readonly #caseId: string;
  readonly #host: Host;
  readonly #acknowledged = new Map<string, Acknowledgement>();
  /** Request ids of acts that were taken back, with their rows: sent again, they do not act again. */
  readonly #retracted = new Map<string, number>();
  #rows: Row[] = [];
  #kernel: Kernel;
  #lane: Promise<unknown> = Promise.resolve();
  #busy = 0;
  #committed: Committed = { version: 0, closed: null, nextLapse: null };

  constructor(procedure: AnyProcedure, caseId: string, host: Host) {
    this.#procedure = procedure;
    this.#caseId = caseId;
    this.#host = host;
    this.#kernel = new Kernel(procedure);
  }

  get committed(): Committed {
    return this.#committed;
  }

  /** Takes the lane at once, so that no input overtakes the rows that are being loaded. */
  begin(load: () => Promise<readonly Row[]>): Promise<void> {
    return this.#inLane(async () => this.#fold(await load()));
  }

  /** Why the input would be refused right now; undefined when it would not, or when that is decided in the lane. */
  refuse(input: Input): Refusal | undefined {
    if (this.#busy > 0 || this.#acknowledged.has(input.requestId)) return undefined;
    const refusal = this.#refusedForGood(input) ?? this.refusalSoFar(input);
    return refusal?.mayPass === true ? undefined : refusal;
  }

  /** Why the input would be refused if no row came that this runner has not seen; undefined when it would be taken. */
  refusalSoFar(input: Input): Refusal | undefined {
    return this.#kernel.refuse(input);
  }

  /**
   * Commits the input as the next turn. `deferred` is the answer to a lapse that must wait for an act received in time.
   * @throws RefusedInput when the case does not take it.
   */
  submit(input: Input): Promise<Acknowledgement | 'deferred'> {
    return this.#inLane(() => this.#submitInLane(input));
  }

  async #submitInLane(input: Input): Promise<Acknowledgement | 'deferred'> {
    for (;;) {
      const known = this.#acknowledged.get(input.requestId);
      if (known !== undefined) return known;
      const taken = await this.#take(input);
      if ('code' in taken) {
        if (taken.mayPass === true && (await this.#catchUp())) continue;
        throw new RefusedInput(taken);
      }
      const result = await this.#commit(input, taken);
      if (result !== 'adopted') return result;
    }
  }

  /** Adopts what somebody else has written since; false when there is nothing. */
  async #catchUp(): Promise<boolean> {
    const news = await this.#host.rowsAfter(this.#committed.version);
    if (news.length > 0) await this.#fold([...this.#rows, ...news]);
    return news.length > 0;
  }

  #refusedForGood({ requestId }: Input): Refusal | undefined {
    const version = this.#retracted.get(requestId);
    return version === undefined ? undefined : { code: 'RETRACTED', detail: { version } };
  }

  /** How the input would be worked, or why it is refused. */
  async #take(input: Input): Promise<Refusal | { readonly work: () => Promise<Retraction> }> {
    const refusal = this.#refusedForGood(input) ?? this.#kernel.refuse(input);
    if (refusal !== undefined) return refusal;
    const kernel = this.#kernel;
    if (input.kind !== 'retract') return { work: async () => ({ kernel, worked: await kernel.turn(input) }) };
    const taken = await takeBack({ procedure: this.#procedure, rows: this.#rows, kernel }, input);
    return 'code' in taken ? taken : { work: () => Promise.resolve(taken) };
  }

  async #commit(
    input: Input,
    { work }: { readonly work: () => Promise<Retraction> },
  ): Promise<Acknowledgement | 'deferred' | 'adopted'> {
    const version = this.#committed.version + 1;
    let result: CommitResult;
    let done: Retraction;
    let digest: string;
    try {
      done = await work();
      digest = digestOf(done.worked.entries);
      result = await this.#host.commit({ caseId: this.#caseId, version, input, ...done.worked, digest });
    } catch (failure) {
      await this.#fold(this.#rows); // the kernel ran ahead of a commit that never came
      throw failure;
    }
    if (result.tag === 'deferred') {
      await this.#fold(this.#rows);
      return 'deferred';
    }
    const { row } = result;
    // Another digest under the same request: the turn is replayed under a reading that came after it.
    if (row.input.requestId !== input.requestId || row.input.at !== input.at || row.digest !== digest) {
      await this.#fold([...this.#rows, row]);
      return 'adopted';
    }
    this.#kernel = done.kernel;
    this.#kernel.settle(row.dues);
    return this.#accept(row, done.worked);
  }

  /** Takes note of a row that the kernel has taken in. */
  #accept(row: Row, worked: Worked): Acknowledgement {
    const acknowledgement = acknowledge(row.version, worked);
    const { input } = row;
    this.#rows.push(row);
    this.#acknowledged.set(input.requestId, acknowledgement);
    if (input.kind === 'retract') this.#forget(input.version);
    this.#committed = { version: row.version, closed: this.#kernel.closed, nextLapse: this.#kernel.nextLapse() };
    return acknowledgement;
  }

  #forget(version: number): void {
    const requestId = this.#rows[version - 1]?.input.requestId;
    if (requestId === undefined) return;
    this.#acknowledged.delete(requestId);
    this.#retracted.set(requestId, version);
  }

  async #fold(rows: readonly Row[]): Promise<void> {
    const { kernel, turns } = await fold(this.#procedure, rows);
    this.#kernel = kernel;
    this.#rows = [];
    for (const { row, worked } of turns) this.#accept(row, worked);
  }

  #inLane<T>(work: () => Promise<T>): Promise<T> {
    this.#busy += 1;
    const done = this.#lane.then(work).finally(() => {
      this.#busy -= 1;
    });
    this.#lane = done.catch(() => undefined); // the sender is told; the next in the lane need not know
    return done;
  }
}
