import type { AnyProcedure } from '../vocabulary/procedure.ts';
import { digestOf } from './digest.ts';
import type { Input } from './entry.ts';
import { Kernel, type Worked } from './kernel.ts';
import type { NextLapse } from './lapse.ts';
import { ProcedureMisuse } from './misuse.ts';
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
    const refusal = this.refusalSoFar(input);
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
      const refusal = this.#kernel.refuse(input);
      if (refusal !== undefined) {
        if (refusal.mayPass === true && (await this.#catchUp())) continue;
        throw new RefusedInput(refusal);
      }
      const result = await this.#commit(input);
      if (result !== 'adopted') return result;
    }
  }

  /** Adopts what somebody else has written since; false when there is nothing. */
  async #catchUp(): Promise<boolean> {
    const news = await this.#host.rowsAfter(this.#committed.version);
    if (news.length > 0) await this.#fold([...this.#rows, ...news]);
    return news.length > 0;
  }

  async #commit(input: Input): Promise<Acknowledgement | 'deferred' | 'adopted'> {
    const version = this.#committed.version + 1;
    let result: CommitResult;
    let worked: Worked;
    let digest: string;
    try {
      worked = await this.#kernel.turn(input);
      digest = digestOf(worked.entries);
      result = await this.#host.commit({ caseId: this.#caseId, version, input, ...worked, digest });
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
    return this.#accept(row, worked);
  }

  #accept(row: Row, worked: Worked): Acknowledgement {
    const acknowledgement = acknowledge(row.version, worked);
    this.#kernel.settle(row.dues);
    this.#rows.push(row);
    this.#acknowledged.set(row.input.requestId, acknowledgement);
    this.#committed = { version: row.version, closed: this.#kernel.closed, nextLapse: this.#kernel.nextLapse() };
    return acknowledgement;
  }

  async #fold(rows: readonly Row[]): Promise<void> {
    this.#kernel = new Kernel(this.#procedure);
    this.#rows = [];
    for (const row of rows) this.#accept(row, await refold(this.#kernel, row));
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

/** Works a committed row through again. @throws ProcedureMisuse DRIFT when the present code reads it differently. */
async function refold(kernel: Kernel, row: Row): Promise<Worked> {
  const refusal = kernel.refuse(row.input);
  if (refusal !== undefined) throw new ProcedureMisuse('DRIFT', { version: row.version, ...refusal });
  const worked = await kernel.turn(row.input, row.amended);
  if (row.input.kind !== 'redate' && digestOf(worked.entries) !== row.digest)
    throw new ProcedureMisuse('DRIFT', { version: row.version, entries: worked.entries });
  return worked;
}

/** Folds a ledger with the present code. @throws ProcedureMisuse DRIFT naming the version at which it reads differently. */
export async function foldLedger(procedure: AnyProcedure, rows: readonly Row[]): Promise<Kernel> {
  const kernel = new Kernel(procedure);
  for (const row of rows) {
    await refold(kernel, row);
    kernel.settle(row.dues);
  }
  return kernel;
}
