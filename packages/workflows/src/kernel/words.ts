import type { CivilDate } from '@lianban/domain/civil-date';
import type { DocumentType } from '@lianban/domain/document';
import type { FlowValues } from '@lianban/domain/field';
import { leaving, type DutyLimit, type Limit } from '@lianban/domain/limit';
import type { Channel, Dispatch, NoticeKey, Place } from '@lianban/domain/liaison';
import type { RuleKey } from '@lianban/domain/rule';
import type { Text } from '@lianban/domain/text';
import type {
  Bound,
  BreachGround,
  LicenceAct,
  Line,
  Offer,
  Proceeding,
  StepOptions,
  Tidings,
} from '../vocabulary/proceeding.ts';
import type { Conversion } from '../vocabulary/opening.ts';
import type { Answer, Catalogue, StepSpec } from '../vocabulary/step.ts';
import type { CaseState } from './case-state.ts';
import { ClockWords } from './clock-words.ts';
import type { Duty } from './docket.ts';
import type { Entry } from './entry.ts';
import type { MisuseCode, ProcedureMisuse } from './misuse.ts';
import type { Scheduler } from './scheduler.ts';
import { CASE_CLOSED, type Strand } from './strand.ts';

type AnyAnswer = Answer<StepSpec>;

/** The entry that tells of a duty or right that was opened. */
const openedEntry = (
  { key, step, kind, spec, limit, rule, clock, startOn, without }: Duty,
  options: StepOptions,
): Entry => ({
  type: 'opened',
  ...{ key, step, kind, ...placed(spec, options), policy: spec.policy, limit, rule, clock, startOn },
  ...{ lapses: spec.lapse !== undefined, without },
  ...(options.about === undefined ? {} : { about: options.about }),
});

/** What a duty is due by: a limit with its rule, a clock that it shares, or nothing. */
interface LimitOfDuty {
  readonly limit: DutyLimit | null;
  readonly rule: RuleKey | null;
  readonly clock: string | null;
}

/** The proceeding as the kernel speaks it: every word checks who speaks, writes its entries, and waits if it must. */
export class Words implements Proceeding<Catalogue> {
  readonly #state: CaseState;
  readonly #scheduler: Scheduler;
  readonly clock: ClockWords;

  constructor(state: CaseState, scheduler: Scheduler) {
    this.#state = state;
    this.#scheduler = scheduler;
    this.clock = new ClockWords(state, scheduler, (rule) => this.#limitOf(rule));
  }

  get opening(): CaseState['facts'] {
    return this.#state.facts;
  }

  get now(): CaseState['instant'] {
    this.#scheduler.refuseInGuard('now');
    return this.#state.instant;
  }

  get today(): CivilDate {
    this.#scheduler.refuseInGuard('today');
    return this.#state.today;
  }

  step(name: string, options: StepOptions = {}): Promise<AnyAnswer> {
    const strand = this.#speak('step');
    const { promise, wake } = this.#scheduler.wait<AnyAnswer>(strand);
    const { spec } = this.#open({ name, kind: 'duty', strand, options, settle: wake });
    if (spec.child !== undefined) throw this.#misuse('NOT_A_CHILD', { step: name, strand: strand.path });
    return promise;
  }

  child(name: string, matter: FlowValues, options: StepOptions = {}): Promise<AnyAnswer> {
    const strand = this.#speak('child');
    const { promise, wake } = this.#scheduler.wait<AnyAnswer>(strand);
    const { key, spec } = this.#open({ name, kind: 'duty', strand, options, settle: wake });
    if (spec.child === undefined) throw this.#misuse('NOT_A_CHILD', { step: name, strand: strand.path });
    this.#state.write({ type: 'childOpened', key, procedure: spec.child, matter });
    return promise;
  }

  tell(name: string, { step, outcome, flow = {} }: Tidings): void {
    const strand = this.#speak('tell');
    if (this.#specOf(name, strand).child === undefined)
      throw this.#misuse('NOT_A_CHILD', { step: name, strand: strand.path });
    for (const duty of this.#state.duties.values())
      if (duty.step === name) this.#state.write({ type: 'childTold', key: duty.key, step, outcome, flow });
  }

  async within<T>(name: string, options: StepOptions, work: () => Promise<T>): Promise<T | AnyAnswer> {
    const strand = this.#speak('within');
    const { promise, wake } = this.#scheduler.wait<T | AnyAnswer>(strand);
    const own = strand.branch(name);
    const settle = (answer: AnyAnswer): void => {
      this.#state.drop([own]);
      wake(answer);
    };
    const { key } = this.#open({ name, kind: 'duty', strand, options, settle });
    this.#scheduler.spawn(own, work, (result) => {
      const duty = this.#state.duties.get(key);
      if (duty !== undefined) this.#state.cancel(duty);
      wake(result);
    });
    return await promise;
  }

  when(step: string, holds: () => boolean): Promise<void> {
    const strand = this.#speak('when');
    this.#specOf(step, strand);
    const { promise, wakeNext } = this.#scheduler.wait<void>(strand);
    this.#scheduler.watch({ strand, step, holds, met: () => wakeNext() });
    return promise;
  }

  until<T>(step: string, over: () => boolean, work: () => Promise<T>): Promise<T | null> {
    const strand = this.#speak('until');
    this.#specOf(step, strand);
    const { promise, wake, wakeNext } = this.#scheduler.wait<T | null>(strand);
    const own = strand.branch(step);
    const stop = (): void => {
      this.#state.stop(own);
      wakeNext(null);
    };
    const guard = { strand, step, holds: over, met: stop };
    this.#scheduler.spawn(own, work, (result) => {
      this.#scheduler.unwatch(guard);
      wake(result);
    });
    this.#scheduler.watch(guard);
    return promise;
  }

  alongside(name: string, line: () => Promise<void>): Line {
    const strand = this.#speak('alongside');
    const own = strand.branch(name);
    this.#scheduler.spawn(own, line, () => undefined);
    return {
      end: () => {
        this.#speak('end');
        this.#state.drop([own]);
      },
    };
  }

  outlive(): void {
    this.#speak('outlive');
    this.#state.outlives = true;
  }

  reply(outcome: string, flow: FlowValues = {}): void {
    this.#speak('reply');
    if (this.#state.facts.letter !== undefined) this.#state.write(this.#state.letters.reply({ outcome, flow }));
  }

  offer(
    name: string,
    exercised: (answer: AnyAnswer) => Promise<void>,
    options: Pick<StepOptions, 'share'> = {},
  ): Offer {
    const strand = this.#speak('offer');
    const started: Strand[] = [];
    const settle = (answer: AnyAnswer): void => {
      const own = strand.branch(`${name}!`);
      started.push(own);
      this.#scheduler.spawn(
        own,
        () => exercised(answer),
        () => undefined,
      );
    };
    const { key } = this.#open({ name, kind: 'right', strand, options, settle });
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
      const own = strand.branch(name);
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

  ever(step: string, ...outcomes: readonly string[]): boolean {
    return outcomes.some((outcome) => this.#state.times(step, outcome) > 0);
  }

  extend(step: string, rule: RuleKey): void {
    const strand = this.#speak('extend');
    for (const duty of this.#state.duties.values()) {
      if (duty.step !== step || !strand.isWithin(duty.strand)) continue;
      this.#lengthen(duty, rule);
      this.#state.move(duty.key);
    }
  }

  notify(notice: NoticeKey, whom: Place | 'applicant'): void {
    this.#speak('notify');
    const { unit, role } = whom === 'applicant' ? { unit: null, role: 'APP' as const } : whom;
    this.#state.write({ type: 'told', notice, unit, role });
  }

  send(channel: Channel, dispatch: Dispatch): void {
    this.#speak('send');
    this.#state.write({ type: 'sent', channel, dispatch });
  }

  divide(procedure: string): void {
    this.#speak('divide');
    this.#state.write({ type: 'divided', procedure });
  }

  mergeInto(caseNumber: string): void {
    this.#speak('mergeInto');
    this.#state.write({ type: 'merged', into: caseNumber });
  }

  issue(document: DocumentType): void {
    this.#speak('issue');
    this.#state.write({ type: 'document', document, duty: null });
  }

  licence(act: LicenceAct): void {
    this.#speak('licence');
    this.#state.write({ type: 'licence', act });
  }

  recordBreach(ground: BreachGround, bar?: RuleKey): void {
    this.#speak('recordBreach');
    this.#state.write({ type: 'breach', ground, ...(bar === undefined ? {} : { bar: this.#limitOf(bar) }) });
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

  transferTo(procedure: string, outcome: string, conversion: Omit<Conversion, 'caseId'>): never {
    this.#speak('transferTo');
    this.#state.write({ type: 'transferred', procedure, ...conversion });
    return this.close(outcome);
  }

  close(outcome: string, result?: FlowValues): never {
    this.#speak('close');
    if (!(outcome in this.#state.procedure.endings)) throw this.#misuse('NO_SUCH_ENDING', { outcome });
    const { facts, letters, isReleased } = this.#state;
    if (facts.letter !== undefined && !letters.hasReplied && !isReleased)
      throw this.#misuse('NOT_ANSWERED', { outcome });
    this.#state.close(outcome, result);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- a sentinel, not an error: it leaves the flow and nothing else
    throw CASE_CLOSED;
  }

  #speak(word: string): Strand {
    return this.#scheduler.speaker(word);
  }

  #misuse(code: MisuseCode, detail: Readonly<Record<string, unknown>>): ProcedureMisuse {
    return this.#scheduler.misuse(code, detail);
  }

  #specOf(step: string, strand: Strand): StepSpec {
    const spec = this.#state.procedure.steps[step];
    if (spec === undefined) throw this.#misuse('NO_SUCH_STEP', { step, strand: strand.path });
    return spec;
  }

  #limitOf(rule: RuleKey): Limit {
    const limit = this.#state.limitOf(rule);
    if (limit === undefined) throw this.#misuse('NO_LIMIT', { rule });
    return limit;
  }

  #open(opening: {
    name: string;
    kind: Duty['kind'];
    strand: Strand;
    options: StepOptions;
    settle: (answer: AnyAnswer) => void;
  }): Duty {
    const { name, kind, strand, options, settle } = opening;
    const spec = this.#specOf(name, strand);
    const { limit, rule, clock } = this.#limitFor(spec, options);
    const key = this.#state.keyFor(strand, name);
    const startOn = options.since ?? this.#state.today;
    const duty: Duty = {
      ...{ key, step: name, spec, kind, strand, rule, limit, clock, startOn, startAt: this.#state.instant },
      ...{ extensions: [], kept: undefined, without: options.without ?? {}, blocked: null, due: null, settle },
      letter: null,
    };
    this.#state.duties.set(key, duty);
    const { about = this.#state.facts.childOf?.about } = options;
    this.#state.write(openedEntry(duty, about === undefined ? options : { ...options, about }));
    if (options.extendedBy !== undefined) this.#lengthen(duty, options.extendedBy);
    this.#state.move(key);
    this.#correspond(duty, options.share);
    return duty;
  }

  /** The bureau of the other province is asked, or what was asked before is waited for. */
  #correspond(duty: Duty, share: FlowValues | undefined): void {
    const { letters } = this.#state;
    const { letter } = duty.spec;
    if (letter === undefined) {
      if (share !== undefined) throw this.#misuse('NO_LETTER', { step: duty.step });
      return;
    }
    const { procedure, reminds = false } = letter;
    const entries =
      share === undefined ? letters.join(duty, procedure, reminds) : [letters.ask(duty, procedure, share)];
    for (const entry of entries) this.#state.write(entry);
  }

  #lengthen(duty: Duty, rule: RuleKey): void {
    const limit = this.#limitOf(rule);
    duty.extensions.push(limit);
    this.#state.write({ type: 'extended', key: duty.key, rule, limit });
  }

  #limitFor(spec: StepSpec, options: StepOptions): LimitOfDuty {
    if (options.until !== undefined) return { limit: { until: options.until }, rule: null, clock: null };
    if (options.limit === null || spec.limit === null || spec.limit === 'given')
      return { limit: null, rule: null, clock: null };
    if (options.limit === undefined && typeof spec.limit === 'object')
      return { limit: null, rule: null, clock: spec.limit.clock };
    const rule = options.limit ?? spec.limit;
    if (typeof rule === 'object') return { limit: null, rule: null, clock: rule.clock };
    return { limit: this.#bounded(this.#limitOf(rule), options.noLaterThan ?? []), rule, clock: null };
  }

  #bounded(limit: Limit, bounds: readonly Bound[]): DutyLimit {
    if (bounds.length === 0) return limit;
    return { earliest: [limit, ...bounds.map((bound) => this.#boundLimit(bound))] };
  }

  #boundLimit(bound: Bound): Limit {
    if (typeof bound === 'string') return { until: bound };
    const left = leaving(this.#limitOf(bound.of), this.#limitOf(bound.leaving));
    if (left === null) throw this.#misuse('NO_LIMIT', { rule: bound.of });
    return left;
  }

  #endOffer(key: string, started: readonly Strand[]): void {
    this.#speak('end');
    const right = this.#state.duties.get(key);
    if (right !== undefined) this.#state.cancel(right);
    this.#state.drop(started);
  }

  #block(key: string, reason: Text | null): void {
    this.#speak('block');
    const right = this.#state.duties.get(key);
    if (right === undefined) return;
    right.blocked = reason;
    this.#state.write({ type: 'blocked', key, reason });
  }
}

/** Who owes a step: the role of its row, or the unit and role that the case names. */
const placed = (
  { owner }: StepSpec,
  { at }: StepOptions,
): Pick<Extract<Entry, { type: 'opened' }>, 'owner' | 'unit'> =>
  at === undefined ? { owner } : { owner: at.role, unit: at.unit };
