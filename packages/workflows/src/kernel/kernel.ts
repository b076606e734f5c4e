import type { Ask } from '@lianban/domain/ask';
import { civilDateOf, epochMs, instant } from '@lianban/domain/civil-date';
import { assertNever } from '@lianban/domain/assert-never';
import type { AnyProcedure } from '../vocabulary/procedure.ts';
import type { ProceedingOver } from '../vocabulary/proceeding.ts';
import { personsOf, type Answer, type Silence, type StepSpec } from '../vocabulary/step.ts';
import { CaseState } from './case-state.ts';
import type { Duty } from './docket.ts';
import type { Entry, Input } from './entry.ts';
import type { NextLapse } from './lapse.ts';
import { ProcedureMisuse } from './misuse.ts';
import { awaitingAnswer, refusalOf } from './refusal.ts';
import { Scheduler } from './scheduler.ts';
import { Strand } from './strand.ts';
import type { Dues, Refusal } from './turn.ts';
import { Words } from './words.ts';

/** What one input led to, before it is committed. */
export interface Worked {
  readonly entries: readonly Entry[];
  readonly asks: readonly Ask[];
}

/** How a case ends that is not awaited any more; every procedure that others open has this ending. */
export const DISCONTINUED = 'discontinued';

/** An input that is run through the procedure. Taking an act back runs nothing: it is another fold. */
export type WorkedInput = Exclude<Input, { readonly kind: 'retract' }>;

/**
 * One case under one procedure, as a fold of its inputs. Pure: the same inputs and due dates give the same entries in
 * every host. During a turn it runs ahead of the ledger; if the commit fails it must be folded again.
 */
export class Kernel {
  readonly #state: CaseState;
  readonly #scheduler = new Scheduler();
  readonly #words: Words;

  constructor(procedure: AnyProcedure) {
    this.#state = new CaseState(procedure);
    this.#words = new Words(this.#state, this.#scheduler);
  }

  /** The ending, once the case is over. */
  get closed(): string | null {
    return this.#state.closed;
  }

  /** Why the input cannot be taken now; undefined when it can. Synchronous, changes nothing. */
  refuse(input: Input): Refusal | undefined {
    return refusalOf(this.#state, input);
  }

  /**
   * Works the input through until every strand waits again.
   * `recorded` names the amendments of a committed row that is folded again; null for a new turn.
   * @throws ProcedureMisuse when the procedure breaks a rule; the kernel is useless afterwards.
   */
  async turn(input: WorkedInput, recorded: readonly string[] | null = null): Promise<Worked> {
    this.#state.now = input.at;
    this.#state.recorded = recorded;
    this.#take(input);
    await this.#scheduler.run(() => this.#state.closed !== null);
    this.#refuseStandstill();
    return this.#state.takeTurn();
  }

  /** Takes over the due dates of the committed row. */
  settle(dues: Dues): void {
    for (const [key, due] of Object.entries(dues)) {
      const limited = this.#state.limited(key);
      if (limited !== undefined) limited.due = due;
    }
  }

  /** The earliest expiry that is a turn of the case. */
  nextLapse(): NextLapse | null {
    let next: NextLapse | null = null;
    for (const { key, spec, due } of this.#state.duties.values()) {
      if (spec.lapse !== undefined && due !== null && (next === null || due < next.due)) next = { duty: key, due };
    }
    return next;
  }

  /** Open duties and rights, in the order in which they were opened. */
  openDuties(): readonly Pick<Duty, 'key' | 'step' | 'spec' | 'kind' | 'due' | 'without' | 'blocked'>[] {
    return [...this.#state.duties.values()];
  }

  /** What has to be computed for those of the duties that are open, outside any turn. */
  asksOf(keys: readonly string[]): readonly Ask[] {
    return this.#state.asksOf(keys);
  }

  /** Passes over a row whose act was taken back later; the amendments that it recorded hold. */
  passOver(amended: readonly string[]): void {
    this.#state.keepAmendments(amended);
  }

  /** Takes note that an act has been taken back, and with it the keys it had given. */
  retire(keys: readonly string[]): void {
    this.#state.retire(keys);
  }

  /** A right alone moves no case: nobody owes its exercise. @throws ProcedureMisuse NEVER_HOLDS */
  #refuseStandstill(): void {
    const [guard] = this.#scheduler.guards();
    if (guard === undefined || [...this.#state.duties.values()].some(({ kind }) => kind === 'duty')) return;
    const { step, strand } = guard;
    throw this.#scheduler.misuse('NEVER_HOLDS', { step, strand: strand.path });
  }

  #take(input: WorkedInput): void {
    switch (input.kind) {
      case 'open':
        return this.#begin(input);
      case 'answer': {
        const { duty, outcome, flow, by, at, receivedOn } = input;
        return this.#settle(duty, { outcome, flow, by, at, on: civilDateOf(at), receivedOn });
      }
      case 'lapse': {
        const { duty, at } = input;
        const on = civilDateOf(at);
        const lastDay = civilDateOf(instant(epochMs(at) - 1));
        return this.#settle(duty, { outcome: 'lapsed', flow: {}, by: null, at, on, receivedOn: on, lastDay });
      }
      case 'childEnded':
      case 'parentTold': {
        const { duty, outcome, flow, by, at } = input;
        const on = civilDateOf(at);
        return this.#settle(duty, { outcome, flow, by, at, on, receivedOn: on });
      }
      case 'letterAnswered':
        return this.#takeLetter(input);
      case 'parentEnded': {
        const { outlives: goesOn } = this.#state;
        this.#state.isReleased = true;
        this.#state.write({ type: 'parentEnded', goesOn });
        if (!goesOn) this.#state.close(DISCONTINUED);
        return;
      }
      case 'redate': {
        this.#state.revise(input.terms);
        for (const [key, kept] of Object.entries(input.kept)) this.#state.keep(key, kept);
        return;
      }
      default:
        assertNever(input);
    }
  }

  #begin({ opening }: Extract<Input, { kind: 'open' }>): void {
    this.#state.opening = opening;
    const { flow, id: procedure } = this.#state.procedure;
    // The catalogue's type was forgotten when the procedure was registered; Words speaks every catalogue.
    const words = this.#words as unknown as ProceedingOver<never>;
    this.#scheduler.spawn(
      new Strand('', null),
      () => flow(words),
      () => {
        this.#scheduler.misuse('ENDED_WITHOUT_CLOSE', { procedure });
      },
    );
  }

  #takeLetter(input: Extract<Input, { kind: 'letterAnswered' }>): void {
    const { outcome, flow, at, regards, closes } = input;
    const duty = awaitingAnswer(this.#state, input);
    if (duty === undefined) throw new ProcedureMisuse('DRIFT', { letter: regards });
    if (closes) this.#state.letters.closed(regards);
    const on = civilDateOf(at);
    this.#settle(duty.key, { outcome, flow, by: null, at, on, receivedOn: on });
  }

  #settle(key: string, answer: Answer<StepSpec> & Partial<Pick<Silence, 'lastDay'>>): void {
    const duty = this.#state.duties.get(key);
    if (duty === undefined) throw new ProcedureMisuse('DRIFT', { duty: key });
    const { outcome, by } = answer;
    if (duty.kind === 'duty') this.#state.duties.delete(key);
    if (duty.kind === 'duty') this.#state.past.set(key, outcome);
    this.#state.count(duty.step, outcome);
    if (outcome !== 'lapsed') this.#state.letters.answered(duty, answer);
    if (by !== null) {
      const persons = this.#state.answeredBy.get(duty.step) ?? [];
      this.#state.answeredBy.set(duty.step, new Set([...persons, ...personsOf(by)]));
    }
    this.#state.write({ type: 'settled', key, outcome, flow: answer.flow });
    const made = outcome === 'lapsed' ? duty.spec.lapse?.documents : duty.spec.outcomes[outcome]?.documents;
    for (const document of made ?? []) this.#state.write({ type: 'document', document, duty: key });
    duty.settle(answer);
  }
}
