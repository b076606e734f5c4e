import { addDays, type CivilDate } from '@lianban/domain/civil-date';
import type { DocumentType } from '@lianban/domain/document';
import type { Limit } from '@lianban/domain/limit';
import { clockKey } from '@lianban/domain/limit-key';
import type { RuleKey } from '@lianban/domain/rule';
import type { Text } from '@lianban/domain/text';
import type {
  BreachGround,
  LicenceAct,
  Offer,
  PauseReason,
  Proceeding,
  StepOptions,
} from '../vocabulary/proceeding.ts';
import type { Carried } from '../vocabulary/opening.ts';
import type { Answer, Catalogue, StepSpec } from '../vocabulary/step.ts';
import type { CaseState } from './case-state.ts';
import type { Duty, RunningClock } from './docket.ts';
import { ProcedureMisuse, type MisuseCode } from './misuse.ts';
import type { Scheduler } from './scheduler.ts';
import { CASE_CLOSED, Strand } from './strand.ts';

type AnyAnswer = Answer<StepSpec>;

/** The proceeding as the kernel speaks it: every word checks who speaks, writes its entries, and waits if it must. */
export class Words implements Proceeding<Catalogue> {
  readonly #state: CaseState;
  readonly #scheduler: Scheduler;
  readonly clock = {
    start: (name: string, rule: RuleKey, on?: CivilDate | Carried): void =>
      typeof on === 'object' ? this.#carryClock(name, rule, on) : this.#startClock(name, rule, on),
    pause: <T>(name: string, reason: PauseReason, work: () => Promise<T>): Promise<T> =>
      this.#pause(name, reason, work),
    extend: (name: string, by: RuleKey): void => this.#extendClock(name, by),
    stop: (name: string): void => this.#stopClock(name),
  };

  constructor(state: CaseState, scheduler: Scheduler) {
    this.#state = state;
    this.#scheduler = scheduler;
  }

  get opening(): CaseState['facts'] {
    return this.#state.facts;
  }

  get now(): CaseState['instant'] {
    return this.#state.instant;
  }

  get today(): CivilDate {
    return this.#state.today;
  }

  step(name: string, options: StepOptions = {}): Promise<AnyAnswer> {
    const strand = this.#speak('step');
    const { promise, wake } = this.#scheduler.wait<AnyAnswer>(strand);
    this.#open({ name, kind: 'duty', strand, options, settle: wake });
    return promise;
  }

  offer(name: string, exercised: (answer: AnyAnswer) => Promise<void>): Offer {
    const strand = this.#speak('offer');
    const started: Strand[] = [];
    const settle = (answer: AnyAnswer): void => {
      const own = new Strand(`${strand.path === '' ? '' : `${strand.path}/`}${name}!`, strand);
      started.push(own);
      this.#scheduler.spawn(
        own,
        () => exercised(answer),
        () => undefined,
      );
    };
    const { key } = this.#open({ name, kind: 'right', strand, options: {}, settle });
    return {
      end: () => this.#endOffer(key, started),
      block: (reason) => this.#block(key, reason),
      unblock: () => this.#block(key, null),
    };
  }

  async inParallel<B extends Readonly<Record<string, () => Promise<unknown>>>>(
    branches: B,
  ): Promise<{ readonly [K in keyof B]: Awaited<ReturnType<B[K]>> }> {
    const strand = this.#speak('inParallel');
    const results: Record<string, unknown> = {};
    const names = Object.keys(branches);
    const { promise, wake } = this.#scheduler.wait<Record<string, unknown>>(strand);
    let running = names.length;
    for (const [name, branch] of Object.entries(branches)) {
      const own = new Strand(strand.path === '' ? name : `${strand.path}/${name}`, strand);
      this.#scheduler.spawn(own, branch, (result) => {
        results[name] = result;
        running -= 1;
        if (running === 0) wake(results);
      });
    }
    if (running === 0) wake(results);
    // The record is filled key by key from `branches`, which the compiler cannot follow.
    return (await promise) as { readonly [K in keyof B]: Awaited<ReturnType<B[K]>> };
  }

  times(step: string, outcome: string): number {
    return this.#state.times(step, outcome);
  }

  extend(step: string, rule: RuleKey): void {
    const strand = this.#speak('extend');
    const limit = this.#limitOf(rule);
    for (const duty of this.#state.duties.values()) {
      if (duty.step !== step || !strand.isWithin(duty.strand)) continue;
      duty.extensions.push(limit);
      this.#state.write({ type: 'extended', key: duty.key, rule, limit });
      this.#state.move(duty.key);
    }
  }

  issue(document: DocumentType): void {
    this.#speak('issue');
    this.#state.write({ type: 'document', document, duty: null });
  }

  licence(act: LicenceAct): void {
    this.#speak('licence');
    this.#state.write({ type: 'licence', act });
  }

  recordBreach(ground: BreachGround): void {
    this.#speak('recordBreach');
    this.#state.write({ type: 'breach', ground });
  }

  amended(id: string): boolean {
    this.#speak('amended');
    const known = this.#state.amendments.get(id);
    if (known !== undefined) return known;
    const holds = this.#state.recorded?.includes(id) ?? true;
    this.#state.amendments.set(id, holds);
    if (holds) this.#state.write({ type: 'amended', id });
    return holds;
  }

  transferTo(
    procedure: string,
    outcome: string,
    conversion: { acceptedOn: CivilDate | null; falsitySuspected: boolean },
  ): never {
    this.#speak('transferTo');
    this.#state.write({ type: 'transferred', procedure, ...conversion });
    return this.close(outcome);
  }

  close(outcome: string): never {
    this.#speak('close');
    if (!(outcome in this.#state.procedure.endings)) {
      throw this.#misuse('NO_SUCH_ENDING', { outcome });
    }
    this.#state.closeAll();
    this.#state.closed = outcome;
    this.#state.write({ type: 'closed', outcome });
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- a sentinel, not an error: it leaves the flow and nothing else
    throw CASE_CLOSED;
  }

  #speak(word: string): Strand {
    return this.#scheduler.speaker(word);
  }

  #misuse(code: MisuseCode, detail: Readonly<Record<string, unknown>>): ProcedureMisuse {
    return this.#scheduler.poison(new ProcedureMisuse(code, detail));
  }

  #limitOf(rule: RuleKey): Limit {
    const limit = this.#state.limitOf(rule);
    if (limit === undefined) throw this.#misuse('NO_LIMIT', { rule });
    return limit;
  }

  #clockNamed(name: string): RunningClock {
    const clock = this.#state.clocks.get(name);
    if (clock === undefined) throw this.#misuse('NO_SUCH_CLOCK', { clock: name });
    return clock;
  }

  #open(opening: {
    name: string;
    kind: Duty['kind'];
    strand: Strand;
    options: StepOptions;
    settle: (answer: AnyAnswer) => void;
  }): Duty {
    const { name, kind, strand, options, settle } = opening;
    const spec = this.#state.procedure.steps[name];
    if (spec === undefined) throw this.#misuse('NO_SUCH_STEP', { step: name, strand: strand.path });
    const { limit, rule, clock } = this.#limitFor(spec, options);
    const key = this.#state.keyFor(strand, name);
    const startOn = options.since ?? this.#state.today;
    const { without = {} } = options;
    const duty: Duty = {
      key,
      step: name,
      spec,
      kind,
      strand,
      rule,
      limit,
      clock,
      startOn,
      startAt: this.#state.instant,
      extensions: [],
      kept: undefined,
      without,
      blocked: null,
      due: null,
      settle,
    };
    this.#state.duties.set(key, duty);
    this.#state.write({
      type: 'opened',
      key,
      step: name,
      kind,
      owner: spec.owner,
      policy: spec.policy,
      limit,
      rule,
      clock,
      startOn,
      lapses: spec.lapse !== undefined,
      without,
    });
    this.#state.move(key);
    return duty;
  }

  #limitFor(spec: StepSpec, options: StepOptions): { limit: Limit | null; rule: RuleKey | null; clock: string | null } {
    if (options.until !== undefined) return { limit: { until: options.until }, rule: null, clock: null };
    if (options.limit === null || spec.limit === null || spec.limit === 'given')
      return { limit: null, rule: null, clock: null };
    if (options.limit === undefined && typeof spec.limit === 'object')
      return { limit: null, rule: null, clock: spec.limit.clock };
    const rule = options.limit ?? spec.limit;
    if (typeof rule === 'object') return { limit: null, rule: null, clock: rule.clock };
    return { limit: this.#limitOf(rule), rule, clock: null };
  }

  #endOffer(key: string, started: readonly Strand[]): void {
    this.#speak('end');
    const right = this.#state.duties.get(key);
    if (right !== undefined) this.#state.cancel(right);
    for (const strand of started) strand.dropped = true;
    for (const duty of [...this.#state.duties.values()]) {
      if (started.some((strand) => duty.strand.isWithin(strand))) this.#state.cancel(duty);
    }
  }

  #block(key: string, reason: Text | null): void {
    this.#speak('block');
    const right = this.#state.duties.get(key);
    if (right === undefined) return;
    right.blocked = reason;
    this.#state.write({ type: 'blocked', key, reason });
  }

  #startClock(name: string, rule: RuleKey, on?: CivilDate): void {
    this.#speak('clock.start');
    if (this.#state.clocks.has(name)) throw this.#misuse('CLOCK_TWICE', { clock: name });
    const limit = this.#limitOf(rule);
    const startOn = on ?? this.#state.today;
    const startAt = this.#state.instant;
    const fresh = { spans: [], extensions: [], kept: undefined, due: null };
    this.#state.clocks.set(name, { name, rule, limit, startOn, startAt, ...fresh });
    this.#state.write({ type: 'clockStarted', clock: name, rule, limit, startOn });
    this.#state.moveClock(name);
  }

  /** A clock that began elsewhere: what it left out is written once, as it was. */
  #carryClock(name: string, rule: RuleKey, { acceptedOn, segments, printedOn }: Carried): void {
    this.#startClock(name, rule, acceptedOn);
    const clock = this.#clockNamed(name);
    clock.kept = { on: printedOn, after: 1, ground: 'printed' };
    for (const { title, ...days } of segments) {
      const span = `${name}:${clock.spans.push({ ...days, reason: 'carried' }) - 1}`;
      this.#state.write({ type: 'clockPaused', clock: name, span, kind: days.kind, title, from: days.from });
      this.#state.write({ type: 'clockResumed', clock: name, span, to: days.to });
    }
  }

  async #pause<T>(name: string, reason: PauseReason, work: () => Promise<T>): Promise<T> {
    this.#speak('clock.pause');
    const clock = this.#clockNamed(name);
    const from = addDays(this.#state.today, 1);
    const at = clock.spans.push({ from, to: null, kind: reason.kind, reason: reason.key }) - 1;
    const span = `${name}:${at}`;
    this.#state.write({ type: 'clockPaused', clock: name, span, kind: reason.kind, title: reason.title, from });
    this.#state.moveClock(name);
    const result = await work();
    const to = this.#state.today;
    clock.spans[at] = { from, to, kind: reason.kind, reason: reason.key };
    this.#state.write({ type: 'clockResumed', clock: name, span, to });
    this.#state.moveClock(name);
    return result;
  }

  #extendClock(name: string, rule: RuleKey): void {
    this.#speak('clock.extend');
    const clock = this.#clockNamed(name);
    const limit = this.#limitOf(rule);
    clock.extensions.push(limit);
    this.#state.write({ type: 'extended', key: clockKey(name), rule, limit });
    this.#state.moveClock(name);
  }

  #stopClock(name: string): void {
    this.#speak('clock.stop');
    this.#clockNamed(name);
    this.#state.clocks.delete(name);
    this.#state.write({ type: 'clockStopped', clock: name, on: this.#state.today });
  }
}
