import type { Ask, KeptDate } from '@lianban/domain/ask';
import { civilDateOf, type CivilDate, type Instant } from '@lianban/domain/civil-date';
import type { RuleKey, Terms } from '@lianban/domain/rule';
import type { Limit } from '@lianban/domain/limit';
import { clockKey, clockNamed } from '@lianban/domain/limit-key';
import type { Opening } from '../vocabulary/opening.ts';
import type { AnyProcedure } from '../vocabulary/procedure.ts';
import { askOfClock, askOfDuty, type Duty, type RunningClock } from './docket.ts';
import type { Entry } from './entry.ts';
import { ProcedureMisuse } from './misuse.ts';
import type { Strand } from './strand.ts';

/** Everything a case is at one moment, and what the present turn has added to it. */
export class CaseState {
  readonly procedure: AnyProcedure;
  readonly duties = new Map<string, Duty>();
  readonly clocks = new Map<string, RunningClock>();
  /** Keys settled or cancelled, with what settled them. */
  readonly past = new Map<string, string>();
  /** Persons who answered each step, for separation of duties. */
  readonly answeredBy = new Map<string, Set<string>>();
  readonly amendments = new Map<string, boolean>();
  /** While a committed row is folded: the amendments it recorded. Null when the turn is new. */
  recorded: readonly string[] | null = null;
  closed: string | null = null;
  now: Instant | null = null;
  opening: Opening | null = null;
  readonly #tally = new Map<string, number>();
  readonly #occurrences = new Map<string, number>();
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
    const place = strand.path === '' ? step : `${strand.path}/${step}`;
    const occurrence = (this.#occurrences.get(place) ?? 0) + 1;
    this.#occurrences.set(place, occurrence);
    return occurrence === 1 ? place : `${place}#${occurrence}`;
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
      if (term !== undefined) limited.limit = term.limit;
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

  /** What the turn settled, and the asks of whatever is still open at its end. */
  takeTurn(): { readonly entries: readonly Entry[]; readonly asks: readonly Ask[] } {
    const asks = [...this.#moved].flatMap((key) => {
      const duty = this.duties.get(key);
      if (duty !== undefined) return askOfDuty(duty, this.clocks) ?? [];
      const clock = this.#clockOf(key);
      return clock === undefined ? [] : askOfClock(clock);
    });
    const entries = this.#entries;
    this.#entries = [];
    this.#moved.clear();
    return { entries, asks };
  }
}
