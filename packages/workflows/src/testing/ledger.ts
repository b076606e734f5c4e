import type { WorkingCalendar } from '@lianban/domain/calendar';
import { civilDateOf, type Instant } from '@lianban/domain/civil-date';
import { dueOf } from '@lianban/domain/due';
import type { Input } from '../kernel/entry.ts';
import type { CommitResult, Dues, Row, Turn } from '../kernel/turn.ts';
import type { Host } from '../kernel/runner.ts';
import type { Opening } from '../vocabulary/opening.ts';
import { publishedCalendar } from './scenario.ts';

/** A ledger in memory with the same append-or-adopt rule as the real one; shared by several runners on purpose. */
export class MemoryLedger implements Host {
  readonly #calendar: WorkingCalendar;
  readonly rows: Row[] = [];
  readonly turns: Turn[] = [];
  /** Called before the append; may throw, or write somebody else's row first. */
  before: (turn: Turn) => void = () => undefined;
  /** Called after the append; may throw, as when a worker dies before it hears of its own commit. */
  after: (turn: Turn) => void = () => undefined;

  constructor(calendar: WorkingCalendar = publishedCalendar) {
    this.#calendar = calendar;
  }

  commit(turn: Turn): Promise<CommitResult> {
    try {
      this.before(turn);
      const standing = this.rows[turn.version - 1];
      if (standing === undefined) this.append(turn);
      this.after(turn);
      return Promise.resolve({ tag: 'stands', row: standing ?? this.#last() });
    } catch (failure) {
      return Promise.reject(failure instanceof Error ? failure : new Error(String(failure)));
    }
  }

  rowsAfter(version: number): Promise<readonly Row[]> {
    return Promise.resolve(this.rows.slice(version));
  }

  append(turn: Turn): void {
    const dues: Dues = Object.fromEntries(turn.asks.map((ask) => [ask.key, dueOf(ask, this.#calendar).at]));
    const amended = turn.entries.flatMap((entry) => (entry.type === 'amended' ? [entry.id] : []));
    this.rows.push({ version: turn.version, input: turn.input, digest: turn.digest, dues, amended });
    this.turns.push(turn);
  }

  #last(): Row {
    const row = this.rows.at(-1);
    if (row === undefined) throw new Error('empty ledger');
    return row;
  }
}

/** An opening with nothing in it but the day; for procedures made up in tests. */
const bareOpening = (at: Instant): Opening => ({
  item: {
    ...{ code: 'test', province: 'CQ', edition: '2026', field: 'other', kind: 'issue', laterConditions: false },
    verification: { mode: 'paper', windowed: true, rectifiable: true },
  },
  terms: { 'permit.intake': { limit: { workingDays: 5 }, mark: 'law', basis: { zh: '', en: '' } } },
  receivedOn: civilDateOf(at),
  gate: 'clear',
  commitment: null,
  convertedFrom: null,
});

/** The input that opens a made-up case. */
export const openingInput = (at: Instant): Input => ({
  kind: 'open',
  requestId: 'open',
  at,
  by: { personId: 'a', postId: 'a', role: 'APP' },
  opening: bareOpening(at),
});

/** An answer to a duty of a made-up case. */
export const answerInput = (
  at: Instant,
  duty: string,
  outcome = 'done',
  requestId = `${duty}:${outcome}`,
): Extract<Input, { kind: 'answer' }> => ({
  ...{ kind: 'answer', requestId, at, receivedOn: civilDateOf(at), by: { personId: 'o', postId: 'o', role: 'OFF' } },
  ...{ duty, outcome, flow: {} },
});
