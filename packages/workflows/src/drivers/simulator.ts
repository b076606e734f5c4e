import { civilDateOf, instant, startOfDay, type CivilDate, type Instant } from '@lianban/domain/civil-date';
import type { Ask, Due } from '@lianban/domain/ask';
import type { WorkingCalendar } from '@lianban/domain/calendar';
import { dueOf } from '@lianban/domain/due';
import type { FlowValues } from '@lianban/domain/field';
import { receivedOn } from '@lianban/domain/receipt';
import type { Entry, Input } from '../kernel/entry.ts';
import { lapseOf, type NextLapse } from '../kernel/lapse.ts';
import { RefusedInput, Runner } from '../kernel/runner.ts';
import { rowOf, type Acknowledgement, type CommitResult, type Refusal, type Row, type Turn } from '../kernel/turn.ts';
import type { Opening } from '../vocabulary/opening.ts';
import type { AnyProcedure } from '../vocabulary/procedure.ts';
import type { Actor } from '../vocabulary/step.ts';

/** A committed turn with what the console would show of it. */
export interface SimulatedTurn {
  readonly row: Row;
  readonly entries: readonly Entry[];
  /** The last days that the turn gave, with what they were asked for. */
  readonly limits: readonly SimulatedLimit[];
}

/** A last day, of a duty or a clock, with its question. */
export interface SimulatedLimit {
  readonly ask: Ask;
  readonly due: Due;
}

/** An open duty or right of a simulated case. */
export interface SimulatedDuty {
  readonly key: string;
  readonly step: string;
  readonly kind: 'duty' | 'right';
  readonly dueOn: CivilDate | null;
  readonly without: readonly string[];
  readonly blocked: boolean;
}

type LetterInput = Extract<Input, { kind: 'letterAnswered' }>;
type RetractInput = Extract<Input, { kind: 'retract' }>;
/** How a duty is ended or a right used: by an answer, by the ending of the case that does its work, or by the one that opened this. */
type EndingInput = Extract<Input, { kind: 'answer' | 'childEnded' | 'parentTold' }>;

/** What an answer needs besides step and outcome; the actor defaults to a person of the duty's role. */
export interface Act {
  /** Which of several open duties of the step; the oldest when absent. */
  readonly duty?: string;
  readonly flow?: FlowValues;
  readonly by?: Actor;
  readonly requestId?: string;
}

/** What the answer of the other bureau says beside its outcome. */
export interface LetterAct {
  readonly flow?: FlowValues;
  /** Which letter of the case it answers. */
  readonly regards?: number;
  readonly requestId?: string;
  /** Whether the case there is over with it. */
  readonly closes?: boolean;
}

/**
 * Runs a whole case in memory on a virtual clock, through the same runner as the real driver. Lapses happen by
 * themselves when the clock passes them.
 */
export class Simulator {
  readonly turns: SimulatedTurn[] = [];
  /** The calendar that the case counts by. */
  readonly calendar: WorkingCalendar;
  readonly #procedure: AnyProcedure;
  readonly #runner: Runner;
  readonly #open = new Map<string, SimulatedDuty>();
  /** Everything that was ever open, as it was last. */
  readonly #known = new Map<string, SimulatedDuty>();
  readonly #dueOn = new Map<string, CivilDate | null>();
  #now: Instant;
  #requests = 0;
  #received: { readonly at: Instant; readonly on: CivilDate } | null = null;

  constructor(procedure: AnyProcedure, calendar: WorkingCalendar, start: Instant) {
    this.#procedure = procedure;
    this.calendar = calendar;
    this.#now = start;
    this.#runner = new Runner(procedure, 'simulated', {
      commit: (turn) => Promise.resolve(this.#commit(turn)),
      rowsAfter: () => Promise.resolve([]), // nobody else writes to a ledger in memory
    });
  }

  /** The input that opened the case. @throws Error before it was opened. */
  get opened(): Extract<Input, { kind: 'open' }> {
    const input = this.turns[0]?.row.input;
    if (input?.kind !== 'open') throw new Error('a life begins with its opening');
    return input;
  }

  get now(): Instant {
    return this.#now;
  }

  get today(): CivilDate {
    return civilDateOf(this.#now);
  }

  /** The ending, once the case is over. */
  get closed(): string | null {
    return this.#runner.committed.closed;
  }

  /** The next silence that has an effect, and when. */
  get nextLapse(): NextLapse | null {
    return this.#runner.committed.nextLapse;
  }

  /** Last day of an open duty or of a clock (`clock:<name>`). */
  dueOn(key: string): CivilDate | null {
    return this.#dueOn.get(key) ?? null;
  }

  duties(): readonly SimulatedDuty[] {
    return [...this.#open.values()];
  }

  open(opening: Opening, by: Actor = actor('APP')): Promise<Acknowledgement> {
    return this.submit({ kind: 'open', requestId: this.#nextRequest(), at: this.#now, by, opening });
  }

  /** Answers the oldest open duty or right of this step. @throws RefusedInput */
  answer(step: string, outcome: string, act: Act = {}): Promise<Acknowledgement> {
    return this.submit(this.inputFor(step, outcome, act));
  }

  /** Answers this very duty or right. @throws RefusedInput */
  // eslint-disable-next-line max-params -- the three things that name an act, and how it is done
  answerDuty(duty: string, step: string, outcome: string, act: Act = {}): Promise<Acknowledgement> {
    return this.submit(this.#inputOf(duty, step, { ...act, outcome }));
  }

  /** The input that {@link answer} would submit now; for what other cases bring about their news, which nobody plays. */
  inputFor(step: string, outcome: string, act: Act = {}): EndingInput {
    const duty = act.duty ?? this.duties().find((open) => open.step === step)?.key ?? this.#lastKeyOf(step);
    return this.#inputOf(duty, step, { ...act, outcome });
  }

  /**
   * The input by which the other bureau answers a letter of this case: the last one that asked for this step, unless said
   * otherwise. @throws RefusedInput NO_SUCH_DUTY where no letter has asked.
   */
  letterAnswerFor(
    step: string,
    outcome: string,
    { flow = {}, regards = this.#lastLetterOf(step), requestId, closes = true }: LetterAct = {},
  ): LetterInput {
    if (regards === undefined) throw new RefusedInput({ code: 'NO_SUCH_DUTY', detail: { step } });
    const id = requestId ?? this.#nextRequest();
    const letter = { number: `answer ${id}`, sm3: '0'.repeat(64) };
    return { kind: 'letterAnswered', requestId: id, at: this.#now, letter, regards, outcome, flow, closes };
  }

  /**
   * The input that takes the last act of this step with that button back, by whoever did it unless said otherwise.
   * @throws RefusedInput RETRACT_NO_ACT where nobody has used that button.
   */
  retractionOf(step: string, outcome: string, act: Pick<Act, 'by' | 'requestId'> = {}): RetractInput {
    const done = this.turns.findLast(
      ({ row: { input } }) => input.kind === 'answer' && input.outcome === outcome && this.#stepOf(input.duty) === step,
    );
    if (done?.row.input.kind !== 'answer')
      throw new RefusedInput({ code: 'RETRACT_NO_ACT', detail: { step, outcome } });
    const { duty, by } = done.row.input;
    const requestId = act.requestId ?? this.#nextRequest();
    return { kind: 'retract', requestId, at: this.#now, by: act.by ?? by, duty, version: done.row.version };
  }

  /** Whether the case would take that answer at this moment. */
  takes(duty: string, step: string, outcome: string): boolean {
    return this.refusalOf(step, outcome, { duty }) === undefined;
  }

  /** Why the case would refuse that answer at this moment; undefined when it would take it. */
  refusalOf(step: string, outcome: string, act: Omit<Act, 'requestId'> = {}): Refusal | undefined {
    return this.#runner.refusalSoFar(this.inputFor(step, outcome, { ...act, requestId: 'asked' }));
  }

  /** Moves the clock to 09:00 of `on`, letting everything lapse that falls due on the way. */
  goTo(on: CivilDate): Promise<void> {
    return this.goToInstant(instant(Date.parse(startOfDay(on)) + 9 * 3_600_000));
  }

  async goToInstant(at: Instant): Promise<void> {
    for (
      let next = this.#runner.committed.nextLapse;
      next !== null && next.due <= at;
      next = this.#runner.committed.nextLapse
    ) {
      this.#now = next.due;
      await this.submit(lapseOf(next));
    }
    this.#now = at;
  }

  #inputOf(
    duty: string,
    step: string,
    { outcome, flow = {}, by, requestId }: Act & { readonly outcome: string },
  ): EndingInput {
    const { owner: role = 'OFF', child, told } = this.#procedure.steps[step] ?? {};
    const at = this.#now;
    if (child !== undefined) {
      const ended = { requestId: requestId ?? `child:${duty}`, at, by: by ?? actor(role, step) };
      return { kind: 'childEnded', ...ended, duty, child: `${child} ${duty}`, outcome, flow };
    }
    if (told === true) {
      const news = { requestId: requestId ?? this.#nextRequest(), at, by: by ?? actor(role, step) };
      return { kind: 'parentTold', ...news, duty, outcome, flow };
    }
    return {
      kind: 'answer',
      requestId: requestId ?? this.#nextRequest(),
      at,
      receivedOn: this.#receivedOn(at),
      by: by ?? actor(role, step),
      duty,
      outcome,
      flow,
    };
  }

  /** Takes any input, as a driver would. @throws RefusedInput */
  async submit(input: Input): Promise<Acknowledgement> {
    const acknowledgement = await this.#runner.submit(input);
    if (acknowledgement === 'deferred') throw new Error('the simulator never defers');
    return acknowledgement;
  }

  #commit(turn: Turn): CommitResult {
    const limits = turn.asks.map((ask) => ({ ask, due: dueOf(ask, this.calendar) }));
    for (const { ask, due } of limits) this.#dueOn.set(ask.key, due.on);
    for (const entry of turn.entries) this.#project(entry);
    const row = rowOf(turn, Object.fromEntries(limits.map(({ ask, due }) => [ask.key, due.at])));
    this.turns.push({ row, entries: turn.entries, limits });
    return { tag: 'stands', row };
  }

  #project(entry: Entry): void {
    if (entry.type === 'opened') {
      const { key, step, kind } = entry;
      const without = Object.keys(entry.without);
      this.#put({ key, step, kind, dueOn: this.#dueOn.get(key) ?? null, without, blocked: false });
    }
    if (entry.type === 'blocked' || entry.type === 'reopened') {
      const known = this.#known.get(entry.key);
      const news = entry.type === 'blocked' ? { blocked: entry.reason !== null } : { dueOn: this.dueOn(entry.key) };
      if (known !== undefined) this.#put({ ...known, ...news });
    }
    const ends = entry.type === 'cancelled' || (entry.type === 'settled' && this.#open.get(entry.key)?.kind === 'duty');
    if (ends) this.#open.delete(entry.key);
  }

  #put(duty: SimulatedDuty): void {
    this.#known.set(duty.key, duty);
    this.#open.set(duty.key, duty);
  }

  /** Asked for every button that might be pressed at the same moment, so the last answer is kept. */
  #receivedOn(at: Instant): CivilDate {
    if (this.#received?.at !== at) this.#received = { at, on: receivedOn(at, this.calendar) };
    return this.#received.on;
  }

  /** The last letter that asked for what this step waits for; of a step that joined another's letter, the last of all. */
  #lastLetterOf(step: string): number | undefined {
    const asked = this.turns.flatMap(({ entries }) =>
      entries.flatMap((entry) => (entry.type === 'letter' && entry.kind === 'request' ? [entry] : [])),
    );
    return (asked.findLast(({ key }) => this.#stepOf(key) === step) ?? asked.at(-1))?.sequence;
  }

  #stepOf(duty: string): string | undefined {
    return this.#known.get(duty)?.step;
  }

  /** The key under which the step was last open, so that an act that comes too late is told so. */
  #lastKeyOf(step: string): string {
    const keys = this.turns.flatMap(({ entries }) =>
      entries.flatMap((entry) => (entry.type === 'opened' && entry.step === step ? [entry.key] : [])),
    );
    return keys.at(-1) ?? step;
  }

  #nextRequest(): string {
    this.#requests += 1;
    return `request-${this.#requests}`;
  }
}

/** A person who exists only in the simulation; one per step, so that separation of duties is kept unless tested. */
function actor(role: Actor['role'], step = ''): Actor {
  return { personId: `${role}-${step}`, postId: `${role}-post`, role };
}
