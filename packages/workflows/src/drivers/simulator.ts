import { civilDateOf, instant, startOfDay, type CivilDate, type Instant } from '@lianban/domain/civil-date';
import type { WorkingCalendar } from '@lianban/domain/calendar';
import { dueOf } from '@lianban/domain/due';
import type { FlowValues } from '@lianban/domain/field';
import { receivedOn } from '@lianban/domain/receipt';
import type { Entry, Input } from '../kernel/entry.ts';
import { lapseOf } from '../kernel/lapse.ts';
import { Runner } from '../kernel/runner.ts';
import type { Acknowledgement, CommitResult, Dues, Row, Turn } from '../kernel/turn.ts';
import type { Opening } from '../vocabulary/opening.ts';
import type { AnyProcedure } from '../vocabulary/procedure.ts';
import type { Actor } from '../vocabulary/step.ts';

/** A committed turn with what the console would show of it. */
export interface SimulatedTurn {
  readonly row: Row;
  readonly entries: readonly Entry[];
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

/** What an answer needs besides duty and outcome; the actor defaults to a person of the duty's role. */
export interface Act {
  readonly flow?: FlowValues;
  readonly by?: Actor;
  readonly requestId?: string;
}

/**
 * Runs a whole case in memory on a virtual clock, through the same runner as the real driver. Lapses happen by
 * themselves when the clock passes them.
 */
export class Simulator {
  readonly turns: SimulatedTurn[] = [];
  readonly #calendar: WorkingCalendar;
  readonly #procedure: AnyProcedure;
  readonly #runner: Runner;
  readonly #open = new Map<string, SimulatedDuty>();
  readonly #dueOn = new Map<string, CivilDate | null>();
  #now: Instant;
  #requests = 0;
  #received: { readonly at: Instant; readonly on: CivilDate } | null = null;

  constructor(procedure: AnyProcedure, calendar: WorkingCalendar, start: Instant) {
    this.#procedure = procedure;
    this.#calendar = calendar;
    this.#now = start;
    this.#runner = new Runner(procedure, 'simulated', {
      commit: (turn) => Promise.resolve(this.#commit(turn)),
      rowsAfter: () => Promise.resolve([]), // nobody else writes to a ledger in memory
    });
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

  /** The input that {@link answer} would submit now. */
  inputFor(step: string, outcome: string, act: Act = {}): Extract<Input, { kind: 'answer' }> {
    const duty = this.duties().find((open) => open.step === step)?.key ?? this.#lastKeyOf(step);
    return this.#inputOf(duty, step, { ...act, outcome });
  }

  /** Whether the case would take that answer at this moment. */
  takes(duty: string, step: string, outcome: string): boolean {
    return this.#runner.refusalSoFar(this.#inputOf(duty, step, { outcome, requestId: 'asked' })) === undefined;
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
  ): Extract<Input, { kind: 'answer' }> {
    const role = this.#procedure.steps[step]?.owner ?? 'OFF';
    const at = this.#now;
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
    const dues: Record<string, Instant | null> = {};
    for (const ask of turn.asks) {
      const due = dueOf(ask, this.#calendar);
      dues[ask.key] = due.at;
      this.#dueOn.set(ask.key, due.on);
    }
    for (const entry of turn.entries) this.#project(entry);
    const row: Row = {
      version: turn.version,
      input: turn.input,
      digest: turn.digest,
      dues: dues satisfies Dues,
      amended: amendedIn(turn),
    };
    this.turns.push({ row, entries: turn.entries });
    return { tag: 'stands', row };
  }

  #project(entry: Entry): void {
    if (entry.type === 'opened') {
      const { key, step, kind } = entry;
      this.#open.set(key, {
        key,
        step,
        kind,
        dueOn: this.#dueOn.get(key) ?? null,
        without: Object.keys(entry.without),
        blocked: false,
      });
    }
    if (entry.type === 'blocked') {
      const right = this.#open.get(entry.key);
      if (right !== undefined) this.#open.set(entry.key, { ...right, blocked: entry.reason !== null });
    }
    const ends = entry.type === 'cancelled' || (entry.type === 'settled' && this.#open.get(entry.key)?.kind === 'duty');
    if (ends) this.#open.delete(entry.key);
  }

  /** Asked for every button that might be pressed at the same moment, so the last answer is kept. */
  #receivedOn(at: Instant): CivilDate {
    if (this.#received?.at !== at) this.#received = { at, on: receivedOn(at, this.#calendar) };
    return this.#received.on;
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

/** The amendments a turn records. */
const amendedIn = ({ entries }: Turn): readonly string[] =>
  entries.flatMap((entry) => (entry.type === 'amended' ? [entry.id] : []));

/** A person who exists only in the simulation; one per step, so that separation of duties is kept unless tested. */
function actor(role: Actor['role'], step = ''): Actor {
  return { personId: `${role}-${step}`, postId: `${role}-post`, role };
}
