import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import type { DocumentType } from '@lianban/domain/document';
import type { FlowValues } from '@lianban/domain/field';
import type { Channel, Dispatch, NoticeKey, Place } from '@lianban/domain/liaison';
import type { RuleKey } from '@lianban/domain/rule';
import type { Text } from '@lianban/domain/text';
import type { Carried, Conversion, Opening } from './opening.ts';
import type { Answer, Catalogue } from './step.ts';

/** How one opening of a step departs from its catalogue row. */
export interface StepOptions {
  /** The day that is not counted; today when absent. */
  readonly since?: CivilDate;
  /** The last day itself, for steps whose limit is given by the case. */
  readonly until?: CivilDate;
  /** Another rule than the row's, or none. */
  readonly limit?: RuleKey | null;
  /** The unit that owes it and the role in it, where the case and not the table of the province says which. */
  readonly at?: Place;
  /** Whichever of these ends first bounds the limit of the row. */
  readonly noLaterThan?: readonly Bound[];
  /** Lengthened from the start by this rule, counted from the end of the limit. */
  readonly extendedBy?: RuleKey;
  /** What this opening is about, where several of the step stand beside each other: a material, a defect. */
  readonly about?: About;
  /** Buttons that cannot be used this time, each with the reason shown beside it. */
  readonly without?: Readonly<Record<string, Text>>;
  /** Of a row with a letter: what the letter says. Everything else of the case stays here. */
  readonly share?: FlowValues;
}

/** What a case tells those that it opened: the outcome of a row that is told, and the fields of that outcome. */
export interface Tidings {
  /** The row of their catalogue. */
  readonly step: string;
  readonly outcome: string;
  readonly flow?: FlowValues;
}

/** A day, or what is left of one limit in working days when another is to fit behind it, both counted from the same day. */
export type Bound = CivilDate | { readonly of: RuleKey; readonly leaving: RuleKey };

/** A material, a defect or the like, by which openings of one step that stand beside each other are told apart. */
export interface About {
  readonly key: string;
  readonly title: Text;
}

/** A limit that somebody above set for a clock: from that day, until that day or for the whole limit of the rule. */
export interface Ordered {
  readonly from: CivilDate;
  readonly until: CivilDate | null;
}

/** A right that stands open beside the flow: nobody owes it, somebody may exercise it. */
export interface Offer {
  /** The right ends; what its exercise set in motion and has not finished ends with it. */
  end(): void;
  /** The right stays visible but cannot be exercised, for the reason shown. */
  block(reason: Text): void;
  unblock(): void;
}

/** A line that goes on beside the flow. */
export interface Line {
  /** Ends it with everything that it has open. */
  end(): void;
}

/** A statutory clock: segments of running, 不计时 and 中止. */
export interface Clock {
  /**
   * Starts the named clock; `on` is the day that is not counted, today when absent. Of a case that came from elsewhere its
   * clock goes on with what it left out, and never ends before the day that its papers print. What was ordered runs from its day.
   */
  start(name: string, limit: RuleKey, on?: CivilDate | Carried | Ordered): void;
  /** The clock consumes nothing from the day after the work starts to the day it ends. */
  pause<T>(name: string, reason: PauseReason, work: () => Promise<T>): Promise<T>;
  /** Lengthens the clock, and whatever shares it, by the rule's limit counted from its present end. */
  extend(name: string, by: RuleKey): void;
  stop(name: string): void;
}

/** Why a clock stands still, and whether that is 不计时 (`excluded`) or 中止 (`suspended`). */
export interface PauseReason {
  readonly key: string;
  readonly kind: 'excluded' | 'suspended';
  readonly title: Text;
}

/**
 * What is entered in the credit file: why a commitment failed, that an application was false, that a deferred material was not
 * handed in, or that an enterprise did not rectify in time what a parallel approval had found, which bars another one and nothing else.
 */
export type BreachGround =
  | 'falseCommitment'
  | 'verificationRefused'
  | 'rectificationFailed'
  | 'conditionsUnmet'
  | 'rectificationOverdue'
  | 'cureLapsed'
  | 'falseApplication';

/** What happens to the licence of the case. Numbers are drawn in the committing transaction. */
export type LicenceAct = 'grant' | 'grantRestricted' | 'liftRestriction' | 'revoke' | 'deregister';

/** What every step of a catalogue may end with, by step. */
type Answers = Readonly<Record<string, { readonly outcome: string }>>;

/** The proceeding of a catalogue. A part of a flow that knows a few steps takes the proceeding of a larger catalogue. */
export type Proceeding<C extends Catalogue> = ProceedingOver<{ readonly [K in keyof C & string]: Answer<C[K]> }>;

/**
 * What a procedure may say. Every word that waits is awaited at once, alone in its strand; every other word is
 * immediate. Nothing else may be awaited, and nothing here may be caught.
 */
export interface ProceedingOver<A extends Answers> {
  readonly opening: Opening;
  /** The instant of the input being worked on, never the wall clock. */
  readonly now: Instant;
  /** The civil day of `now` in Asia/Shanghai. */
  readonly today: CivilDate;
  readonly clock: Clock;
  /** Opens a duty and waits until it is answered or, where the row says so, lapses. */
  step<K extends keyof A & string>(name: K, options?: StepOptions): Promise<A[K]>;
  /**
   * Opens the duty of a step and a case of its own that does the work; waits until that case is over, or the duty lapses. The
   * case is given the matter, and tells it with what it reports. One that is not awaited any more is told so (ADR 0033).
   */
  child<K extends keyof A & string>(name: K, matter: FlowValues, options?: StepOptions): Promise<A[K]>;
  /** Tells every case that was opened for this step and is still awaited; none is no fault (ADR 0036). */
  tell(name: keyof A & string, tidings: Tidings): void;
  /**
   * Opens a duty that somebody must see to while the work goes on, and waits for whichever ends first. Work that ends takes the
   * duty with it; a duty that ends first takes everything with it that the work has left open.
   */
  within<K extends keyof A & string, T>(name: K, options: StepOptions, work: () => Promise<T>): Promise<T | A[K]>;
  /**
   * Waits with this step until the condition holds. It is looked at now, and again whenever other strands have moved on and all
   * of them wait; it holds when the strand goes on, and may cease to hold later. It reads what the flow keeps and nothing else: no
   * word, no day. One that nothing open can bring about any more is a misuse (ADR 0035).
   */
  when(step: keyof A & string, holds: () => boolean): Promise<void>;
  /**
   * Does the work of which this is the first step until the condition holds, looked at as in {@link when}. Then whatever the work
   * has left open ends, clocks that stood still for it go on, and the answer is null.
   */
  until<T>(step: keyof A & string, over: () => boolean, work: () => Promise<T>): Promise<T | null>;
  /**
   * Begins a line beside the one that speaks, which goes on at once. It has no end of its own that anybody waits for: what it has
   * open ends with {@link Line.end}, or with the case.
   */
  alongside(name: string, line: () => Promise<void>): Line;
  /** From here on the case is carried to its own end even if the case that opened it is over. */
  outlive(): void;
  /** Opens a right; each exercise runs `exercised` as a strand of its own. */
  offer<K extends keyof A & string>(
    name: K,
    exercised: (answer: A[K]) => Promise<void>,
    options?: Pick<StepOptions, 'share'>,
  ): Offer;
  /**
   * Answers the letter that opened this case: the step that waits there ends with the outcome of that name. It may be answered
   * more than once. A case that no letter opened answers on paper alone (ADR 0034).
   */
  reply(outcome: string, flow?: FlowValues): void;
  /** Runs the branches side by side and waits for all of them. */
  inParallel<B extends Readonly<Record<string, () => Promise<unknown>>>>(
    branches: B,
  ): Promise<{ readonly [K in keyof B]: Awaited<ReturnType<B[K]>> }>;
  /** How often this outcome of this step has been chosen in this case. */
  times<K extends keyof A & string>(step: K, outcome: A[K]['outcome']): number;
  /** Whether one of these outcomes of this step has been chosen in this case. */
  ever<K extends keyof A & string>(step: K, ...outcomes: readonly A[K]['outcome'][]): boolean;
  /**
   * Lengthens the open duty of this step in the line that speaks by the rule's limit, counted from its present end. The
   * same step in another line beside it stays as it is.
   */
  extend(step: keyof A & string, by: RuleKey): void;
  /** Tells people of the case without asking anything of them: those in the role of the unit, or whoever applied. */
  notify(notice: NoticeKey, whom: Place | 'applicant'): void;
  /** Writes to a system outside of this one; what comes back is an answer to a step. */
  send(channel: Channel, dispatch: Dispatch): void;
  /**
   * The case is put under secrecy from now on, and the rest of its matter, in the words of the form that was just filled in, is opened
   * as a case of its own under that procedure; neither knows of the other afterwards.
   */
  divide(procedure: string): void;
  /** This case goes on in another open case of that number, whose applicant is told so. */
  mergeInto(caseNumber: string): void;
  /** Makes a document; number and text are drawn up in the committing transaction. */
  issue(document: DocumentType): void;
  licence(act: LicenceAct): void;
  /** Makes an entry in the applicant's credit file; with a bar, for as long as its rule says. */
  recordBreach(ground: BreachGround, bar?: RuleKey): void;
  /** Whether this reading of the edition applies to what happens from now on. Recorded once, `<yyyy-mm> what changed`. */
  amended(id: string): boolean;
  /** Ends this case as `outcome` and opens another under the named procedure, which takes over the application. */
  transferTo(procedure: string, outcome: string, conversion: Omit<Conversion, 'caseId'>): never;
  /** Ends the case. Whatever is still open ends with it. The result is for the case that opened this one. */
  close(outcome: string, result?: FlowValues): never;
}
