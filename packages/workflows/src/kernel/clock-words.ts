import { addDays, type CivilDate } from '@lianban/domain/civil-date';
import type { Limit } from '@lianban/domain/limit';
import { clockKey } from '@lianban/domain/limit-key';
import type { RuleKey } from '@lianban/domain/rule';
import type { Carried } from '../vocabulary/opening.ts';
import type { Clock, Ordered, PauseReason } from '../vocabulary/proceeding.ts';
import type { CaseState } from './case-state.ts';
import type { Pause, RunningClock } from './docket.ts';
import type { Scheduler } from './scheduler.ts';

/** The words about statutory clocks, as the kernel speaks them. */
export class ClockWords implements Clock {
  readonly #state: CaseState;
  readonly #scheduler: Scheduler;

  readonly #limitOf: (rule: RuleKey) => Limit;

  constructor(state: CaseState, scheduler: Scheduler, limitOf: (rule: RuleKey) => Limit) {
    this.#state = state;
    this.#scheduler = scheduler;
    this.#limitOf = limitOf;
  }

  start(name: string, rule: RuleKey, on?: CivilDate | Carried | Ordered): void {
    if (typeof on !== 'object') this.#start(name, rule, { on });
    else if ('from' in on) this.#start(name, rule, { on: on.from, until: on.until });
    else this.#carry(name, rule, on);
  }

  async pause<T>(name: string, reason: PauseReason, work: () => Promise<T>): Promise<T> {
    const strand = this.#scheduler.speaker('clock.pause');
    const clock = this.#clockNamed(name);
    const from = addDays(this.#state.today, 1);
    const at = clock.spans.push({ from, to: null, kind: reason.kind, reason: reason.key }) - 1;
    const span = this.#state.spanKey(name);
    this.#state.write({ type: 'clockPaused', clock: name, span, kind: reason.kind, title: reason.title, from });
    this.#state.moveClock(name);
    const pause: Pause = {
      strand,
      resume: () => {
        const to = this.#state.today;
        this.#state.pauses.delete(pause);
        clock.spans[at] = { from, to, kind: reason.kind, reason: reason.key };
        this.#state.write({ type: 'clockResumed', clock: name, span, to });
        this.#state.moveClock(name);
      },
    };
    this.#state.pauses.add(pause);
    const result = await work();
    pause.resume();
    return result;
  }

  extend(name: string, rule: RuleKey): void {
    this.#scheduler.speaker('clock.extend');
    const clock = this.#clockNamed(name);
    const limit = this.#limitOf(rule);
    clock.extensions.push(limit);
    this.#state.write({ type: 'extended', key: clockKey(name), rule, limit });
    this.#state.moveClock(name);
  }

  stop(name: string): void {
    this.#scheduler.speaker('clock.stop');
    this.#clockNamed(name);
    this.#state.clocks.delete(name);
    this.#state.write({ type: 'clockStopped', clock: name, on: this.#state.today });
  }

  #start(
    name: string,
    rule: RuleKey,
    { on, until = null }: { readonly on: CivilDate | undefined; readonly until?: CivilDate | null },
  ): void {
    this.#scheduler.speaker('clock.start');
    if (this.#state.clocks.has(name)) throw this.#scheduler.misuse('CLOCK_TWICE', { clock: name });
    const limit = until === null ? this.#limitOf(rule) : { until };
    const startOn = on ?? this.#state.today;
    const startAt = this.#state.instant;
    const fresh = { spans: [], extensions: [], kept: undefined, due: null };
    this.#state.clocks.set(name, { name, rule, limit, startOn, startAt, ...fresh });
    this.#state.write({ type: 'clockStarted', clock: name, rule, limit, startOn });
    this.#state.moveClock(name);
  }

  /** A clock that began elsewhere: what it left out is written once, as it was. */
  #carry(name: string, rule: RuleKey, { acceptedOn, segments, printedOn }: Carried): void {
    this.#start(name, rule, { on: acceptedOn });
    const clock = this.#clockNamed(name);
    clock.kept = { on: printedOn, after: 1, ground: 'printed' };
    for (const { title, ...days } of segments) {
      clock.spans.push({ ...days, reason: 'carried' });
      const span = this.#state.spanKey(name);
      this.#state.write({ type: 'clockPaused', clock: name, span, kind: days.kind, title, from: days.from });
      this.#state.write({ type: 'clockResumed', clock: name, span, to: days.to });
    }
  }

  #clockNamed(name: string): RunningClock {
    const clock = this.#state.clocks.get(name);
    if (clock === undefined) throw this.#scheduler.misuse('NO_SUCH_CLOCK', { clock: name });
    return clock;
  }
}
