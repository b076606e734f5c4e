import type { Ask, KeptDate } from '@lianban/domain/ask';
import { civilDateOf, type CivilDate, type Instant } from '@lianban/domain/civil-date';
import type { FlowValues } from '@lianban/domain/field';
import type { RuleKey, Terms } from '@lianban/domain/rule';
import type { Limit } from '@lianban/domain/limit';
import { clockKey, clockNamed } from '@lianban/domain/limit-key';
import type { Opening } from '../vocabulary/opening.ts';
import type { AnyProcedure } from '../vocabulary/procedure.ts';
import { askOfClock, askOfDuty, type Duty, type Pause, type RunningClock } from './docket.ts';
import { Correspondence } from './correspondence.ts';
import type { Entry } from './entry.ts';
import { ProcedureMisuse } from './misuse.ts';
import type { Strand } from './strand.ts';

/** Everything a case is at one moment, and what the present turn has added to it. */
export class CaseState {
  readonly procedure: AnyProcedure;
  readonly duties = new Map<string, Duty>();
  readonly clocks = new Map<string, RunningClock>();
  readonly pauses = new Set<Pause>();
  /** Keys settled or cancelled, with what settled them. */
  readonly past = new Map<string, string>();
  /** Persons who answered each step, or were stood in for, for separation of duties. */
  readonly answeredBy = new Map<string, ReadonlySet<string>>();
  readonly amendments = new Map<string, boolean>();
  /** While a committed row is folded: the amendments it recorded. Null when the turn is new. */
  recorded: readonly string[] | null = null;
  closed: string | null = null;
  /** The case is carried on when the one that opened it is over. */
  outlives = false;
  /** The case that opened this one, or the letter that did, is not awaited any more. */
  isReleased = false;
  readonly letters = new Correspondence();
  now: Instant | null = null;
  opening: Opening | null = null;
  readonly #tally = new Map<string, number>();
  readonly #occurrences = new Map<string, number>();
  readonly #spans = new Map<string, number>();
  #entries: Entry[] = [];
  readonly #moved = new Set<string>();

  constructor(procedure: AnyProcedure) {
    this.procedure = procedure;
  }

  /** The civil day of the input being worked on. */
  get today(): CivilDate {
    return civilDateOf(this.instant);
  }

  get instant(): Instant {
    if (this.now === null) throw new ProcedureMisuse('OUTSIDE_A_TURN', {});
    return this.now;
  }

  get facts(): Opening {
    if (this.opening === null) throw new ProcedureMisuse('OUTSIDE_A_TURN', {});
    return this.opening;
  }

  write(entry: Entry): void {
    this.#entries.push(entry);
  }

  /** The duty or clock needs its last day computed again. */
  move(key: string): void {
    this.#moved.add(key);
  }

  /** A key that is the same in every fold: where the step stands and how often it stood there before. */
  keyFor(strand: Strand, step: string): string {
    const place = strand.placeOf(step);
    const occurrence = (this.#occurrences.get(place) ?? 0) + 1;
    this.#occurrences.set(place, occurrence);
    return occurrence === 1 ? place : `${place}#${occurrence}`;
  }

  /** Numbers the spans of a clock; one that is started again goes on counting. */
  spanKey(clock: string): string {
    const at = this.#spans.get(clock) ?? 0;
    this.#spans.set(clock, at + 1);
    return `${clock}:${at}`;
  }

  /** Keys that were given and taken back are not given again, so that the record of what was is not written over. */
  retire(keys: readonly string[]): void {
    for (const key of keys) {
      this.past.set(key, 'cancelled');
      const [, place = key, count = '1'] = /^(.*?)(?:#(\d+))?$/.exec(key) ?? [];
      this.#occurrences.set(place, Math.max(Number(count), this.#occurrences.get(place) ?? 0));
    }
  }

  /** A row that no longer counts has settled how the flow is read; that stays, because later rows were read so. */
  keepAmendments(ids: readonly string[]): void {
    for (const id of ids) if (!this.amendments.has(id)) this.amendments.set(id, true);
  }

  count(step: string, outcome: string): void {
    this.#tally.set(`${step}:${outcome}`, this.times(step, outcome) + 1);
  }

  times(step: string, outcome: string): number {
    return this.#tally.get(`${step}:${outcome}`) ?? 0;
  }

  /** The value of a rule as frozen into this case. */
  limitOf(rule: RuleKey): Limit | undefined {
    return this.facts.terms[rule]?.limit;
  }

  /** Limits that hold from now on, for what is open and for what will be opened. */
  revise(terms: Terms): void {
    const { facts } = this;
    this.opening = { ...facts, terms: { ...facts.terms, ...terms } };
    for (const limited of [...this.duties.values(), ...this.clocks.values()]) {
      const term = limited.rule === null ? undefined : terms[limited.rule];
      // The earliest of several is not the number of one rule.
      if (term !== undefined && !(limited.limit !== null && 'earliest' in limited.limit)) limited.limit = term.limit;
    }
  }

  /** The last day of this duty or clock stays valid, whatever is counted again later. */
  keep(key: string, kept: KeptDate): void {
    const limited = this.limited(key);
    if (limited !== undefined) limited.kept = kept;
  }

  /** The open duty of that key, or the running clock that `clock:<name>` stands for. */
  limited(key: string): Duty | RunningClock | undefined {
    return this.duties.get(key) ?? this.#clockOf(key);
  }

  /** The clock's days changed, and with them those of every duty that shares it. */
  moveClock(name: string): void {
    this.move(clockKey(name));
    for (const duty of this.duties.values()) if (duty.clock === name) this.move(duty.key);
  }

  /** Removes a duty that nobody answered. */
  cancel(duty: Duty): void {
    this.duties.delete(duty.key);
    this.past.set(duty.key, 'cancelled');
    this.write({ type: 'cancelled', key: duty.key });
    if (duty.spec.child !== undefined) this.write({ type: 'childReleased', key: duty.key });
    this.letters.dropped(duty);
  }

  /** Ends what was begun in these strands and in those that began in them; nothing of it goes on. */
  drop(strands: readonly Strand[]): void {
    for (const strand of strands) strand.drop();
    for (const duty of [...this.duties.values()])
      if (strands.some((strand) => duty.strand.isWithin(strand))) this.cancel(duty);
  }

  /** Ends the work of this strand: clocks that stand still for it go on, which those that `drop` alone leaves behind do not. */
  stop(strand: Strand): void {
    this.drop([strand]);
    for (const pause of [...this.pauses]) if (pause.strand.isWithin(strand)) pause.resume();
  }

  /** Ends the case. @throws ProcedureMisuse NO_SUCH_ENDING */
  close(outcome: string, result?: FlowValues): void {
    if (!(outcome in this.procedure.endings)) throw new ProcedureMisuse('NO_SUCH_ENDING', { outcome });
    this.closeAll();
    for (const recall of this.letters.recalls([], true)) this.write(recall);
    this.closed = outcome;
    this.write({ type: 'closed', outcome, ...(result === undefined ? {} : { result }) });
  }

  /** Ends everything still open: innermost strands first, so that the ledger reads from the inside out. */
  closeAll(): void {
    const depth = (duty: Duty): number => duty.strand.path.split('/').length;
    for (const duty of [...this.duties.values()].sort((a, b) => depth(b) - depth(a))) this.cancel(duty);
    for (const name of this.clocks.keys()) this.write({ type: 'clockStopped', clock: name, on: this.today });
    this.clocks.clear();
  }

  #clockOf(key: string): RunningClock | undefined {
    const name = clockNamed(key);
    return name === null ? undefined : this.clocks.get(name);
  }

  /** What has to be computed for those of the duties and clocks that are open. */
  asksOf(keys: Iterable<string>): readonly Ask[] {
    return [...keys].flatMap((key) => {
      const duty = this.duties.get(key);
      if (duty !== undefined) return askOfDuty(duty, this.clocks) ?? [];
      const clock = this.#clockOf(key);
      return clock === undefined ? [] : askOfClock(clock);
    });
  }

  /** What the turn settled, and the asks of whatever is still open at its end. */
  takeTurn(): { readonly entries: readonly Entry[]; readonly asks: readonly Ask[] } {
    for (const recall of this.letters.recalls(this.duties.values(), false)) this.write(recall);
    const asks = this.asksOf(this.#moved);
    const isClosed = this.closed !== null;
    const entries = this.#entries.map((entry) =>
      entry.type === 'letter' && entry.kind === 'reply' ? { ...entry, closes: isClosed } : entry,
    );
    this.#entries = [];
    this.#moved.clear();
    return { entries, asks };
  }
}
