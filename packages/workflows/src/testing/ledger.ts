import type { WorkingCalendar } from '@lianban/domain/calendar';
import { civilDateOf, type Instant } from '@lianban/domain/civil-date';
import { dueOf } from '@lianban/domain/due';
import type { Input } from '../kernel/entry.ts';
import { rowOf, type CommitResult, type Dues, type Row, type Turn } from '../kernel/turn.ts';
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
    this.rows.push(rowOf(turn, dues));
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
export const openingInput = (at: Instant): Extract<Input, { kind: 'open' }> => ({
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

/** The ending of the case that was opened for a duty of a made-up case. */
export const childEndedInput = (
  at: Instant,
  duty: string,
  outcome = 'done',
): Extract<Input, { kind: 'childEnded' }> => ({
  ...{ kind: 'childEnded', requestId: `child:${duty}`, at, by: null, duty, child: `child of ${duty}`, outcome },
  flow: { found: 'something' },
});

/** What the case that opened a made-up one tells it. */
export const parentToldInput = (
  at: Instant,
  duty: string,
  outcome = 'done',
  requestId = `told:${duty}:${outcome}`,
): Extract<Input, { kind: 'parentTold' }> => ({
  ...{ kind: 'parentTold', requestId, at, by: null, duty, outcome },
  flow: { found: 'something' },
});

/** The answer of the other bureau to a letter of a made-up case. */
export const letterAnsweredInput = (
  at: Instant,
  {
    regards = 1,
    outcome = 'done',
    closes = false,
    flow = {},
    requestId = `letter:${regards}:${outcome}`,
  }: LetterNews = {},
): Extract<Input, { kind: 'letterAnswered' }> => ({
  ...{ kind: 'letterAnswered', requestId, at, letter: { number: '川函1号', sm3: '0'.repeat(64) } },
  ...{ regards, outcome, flow, closes },
});

/** What the answer to a letter says. */
type LetterNews = Partial<
  Pick<Extract<Input, { kind: 'letterAnswered' }>, 'regards' | 'outcome' | 'closes' | 'flow' | 'requestId'>
>;

/** The news that the case which opened a made-up one is over. */
export const parentEndedInput = (at: Instant): Extract<Input, { kind: 'parentEnded' }> => ({
  kind: 'parentEnded',
  requestId: 'parent',
  at,
});

/** The taking back of what stands at that version, by whom {@link answerInput} lets act. */
export const retractInput = (
  at: Instant,
  duty: string,
  version: number,
  requestId = `retract:${version}`,
): Extract<Input, { kind: 'retract' }> => ({
  ...{ kind: 'retract', requestId, at, by: { personId: 'o', postId: 'o', role: 'OFF' }, duty, version },
});
