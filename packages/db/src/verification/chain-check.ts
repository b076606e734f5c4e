import type { ChainBreak } from './chain-break.ts';

/** A row as the check of its chain sees it. */
export interface ChainedRow {
  readonly position: number;
  readonly previousHash: string | null;
  readonly hash: string;
}

/** A break within one chain. */
export type FoundBreak = Pick<ChainBreak, 'position' | 'kind' | 'rows'>;

/** How a chain is checked. */
export interface ChainQuestion<Row extends ChainedRow> {
  /** Hash that the row would have at that position. */
  readonly hashAt: (row: Row, position: number) => string;
  readonly found: (broken: FoundBreak) => void;
  /** Position of the first row that is read; what comes before a later one is not known. */
  readonly from: number;
}

/** A row whose place is settled only by the row after it. */
interface Waiting<Row> {
  readonly row: Row;
  /** Position at which it was written; null when it is none of those near by. */
  readonly origin: number | null;
}

/** How far from its place a row is sought that was moved. */
const REACH = 8;
/** In place of a hash that is not known: any row may follow. */
const UNKNOWN = Symbol('unknown');

/**
 * Follows one chain row by row, holding one of them. Positions are covered by the hashes, so a row that was given
 * another position still tells its old one: that is how inserted, removed and exchanged rows are told apart from changed
 * ones. A changed row that was given its new hash breaks the row after it; nothing follows the last one, so its end has
 * to be kept elsewhere.
 */
export class ChainCheck<Row extends ChainedRow> {
  readonly #question: ChainQuestion<Row>;
  #at: number;
  /** Hash that the next row has to name. */
  #hash: string | null | typeof UNKNOWN;
  /** By how much positions differ from those at which the rows were written. */
  #offset = 0;
  #waiting: Waiting<Row> | null = null;
  /** Where a row stands that was written elsewhere. */
  #moved: number | null = null;

  constructor(question: ChainQuestion<Row>) {
    this.#question = question;
    this.#at = question.from - 1;
    this.#hash = question.from === 1 ? null : UNKNOWN;
  }

  /** Rows that are too many, or too few when below zero, although none is missing between two positions. */
  get surplus(): number {
    return this.#offset;
  }

  /** Takes the next row, in order of positions. */
  next(row: Row): void {
    const gap = row.position - this.#at - 1;
    if (gap > 0) this.#skip(gap);
    this.#at = row.position;
    if (this.#waiting === null) this.#take(row);
    else this.#settle(this.#waiting, row);
  }

  /** No row comes any more. */
  end(): void {
    if (this.#waiting === null) return;
    const { row, origin } = this.#waiting;
    this.#waiting = null;
    if (origin === null) this.#tell('changed', row.position);
    else if (this.#delta(row, origin) === 0) this.#tell('changed', Math.max(row.position - 1, 1));
    else this.#shift(row, origin);
  }

  #skip(rows: number): void {
    this.end();
    this.#tell('missing', this.#at + 1, rows);
    this.#hash = UNKNOWN;
  }

  #take(row: Row): void {
    if (this.#holds(row, row.position - this.#offset) && this.#follows(row)) this.#hash = row.hash;
    else this.#waiting = { row, origin: this.#originOf(row) };
  }

  #settle({ row: held, origin }: Waiting<Row>, row: Row): void {
    this.#waiting = null;
    const found = this.#originOf(row);
    if (origin === null) this.#settleStranger(held, { row, origin: found });
    else if (this.#delta(held, origin) === 0) this.#settleUnlinked(held, { row, origin: found });
    else if (found === origin + 1) {
      this.#shift(held, origin);
      this.#accept(held, row);
    } else {
      this.#tell('reordered', held.position);
      this.#moved = held.position;
      this.#hash = UNKNOWN;
      this.#take(row);
    }
  }

  /** `held` is nothing that was ever written near by: changed, or put in between. */
  #settleStranger(held: Row, next: Waiting<Row>): void {
    if (this.#passesOver(held, next)) return;
    this.#tell('changed', held.position);
    this.#hash = UNKNOWN;
    this.#take(next.row);
  }

  /** `held` is sound in itself, but does not follow the row before it: one of the two is not what was written. */
  #settleUnlinked(held: Row, next: Waiting<Row>): void {
    if (this.#passesOver(held, next)) return;
    const { row } = next;
    const carriesOn = row.previousHash === held.hash;
    this.#tell('changed', carriesOn && held.position > 1 ? held.position - 1 : held.position);
    this.#hash = carriesOn ? held.hash : UNKNOWN;
    this.#take(row);
  }

  /** Whether the chain goes on with `row` as if `held` were not there, which was put in between then. */
  #passesOver(held: Row, { row, origin }: Waiting<Row>): boolean {
    if (origin === null || this.#delta(row, origin) !== 1 || !this.#follows(row)) return false;
    this.#tell('inserted', held.position);
    this.#offset += 1;
    this.#hash = row.hash;
    return true;
  }

  /** From `row` on, every row stands elsewhere than it was written. */
  #shift(row: Row, origin: number): void {
    const delta = this.#delta(row, origin);
    if (origin + this.#offset === this.#moved) {
      this.#tell('reordered', row.position);
      return;
    }
    if (delta > 0) this.#tell('inserted', row.position - delta, delta);
    else this.#tell('missing', row.position, -delta);
    this.#offset += delta;
  }

  #accept(before: Row, row: Row): void {
    if (row.previousHash !== before.hash) this.#tell('changed', before.position);
    this.#hash = row.hash;
  }

  #delta(row: Row, origin: number): number {
    return row.position - origin - this.#offset;
  }

  #follows(row: Row): boolean {
    return this.#hash === UNKNOWN || row.previousHash === this.#hash;
  }

  #holds(row: Row, position: number): boolean {
    return this.#question.hashAt(row, position) === row.hash;
  }

  #originOf(row: Row): number | null {
    const expected = row.position - this.#offset;
    if (this.#holds(row, expected)) return expected;
    for (let away = 1; away <= REACH; away += 1) {
      const near = [expected - away, expected + away].find((position) => this.#holds(row, position));
      if (near !== undefined) return near;
    }
    return null;
  }

  #tell(kind: ChainBreak['kind'], position: number, rows = 1): void {
    this.#question.found({ position, kind, rows });
  }
}
