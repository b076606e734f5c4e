import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import type { DocumentType } from '@lianban/domain/document';
import type { RuleKey } from '@lianban/domain/rule';
import type { Text } from '@lianban/domain/text';
import type { Carried, Opening } from './opening.ts';
import type { Answer, Catalogue } from './step.ts';

/** How one opening of a step departs from its catalogue row. */
export interface StepOptions {
  /** The day that is not counted; today when absent. */
  readonly since?: CivilDate;
  /** The last day itself, for steps whose limit is given by the case. */
  readonly until?: CivilDate;
  /** Another rule than the row's, or none. */
  readonly limit?: RuleKey | null;
  /** Buttons that cannot be used this time, each with the reason shown beside it. */
  readonly without?: Readonly<Record<string, Text>>;
}

/** A right that stands open beside the flow: nobody owes it, somebody may exercise it. */
export interface Offer {
  /** The right ends; what its exercise set in motion and has not finished ends with it. */
  end(): void;
  /** The right stays visible but cannot be exercised, for the reason shown. */
  block(reason: Text): void;
  unblock(): void;
}

/** A statutory clock: segments of running, 不计时 and 中止. */
export interface Clock {
  /**
   * Starts the named clock; `on` is the day that is not counted, today when absent. Of a case that came from elsewhere its
   * clock goes on with what it left out, and never ends before the day that its papers print.
   */
  start(name: string, limit: RuleKey, on?: CivilDate | Carried): void;
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

/** Why a commitment failed; decides the entry in the credit file. */
export type BreachGround = 'falseCommitment' | 'verificationRefused' | 'rectificationFailed' | 'conditionsUnmet';

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
  /** Opens a right; each exercise runs `exercised` as a strand of its own. */
  offer<K extends keyof A & string>(name: K, exercised: (answer: A[K]) => Promise<void>): Offer;
  /** Runs the branches side by side and waits for all of them. */
  inParallel<B extends Readonly<Record<string, () => Promise<unknown>>>>(
    branches: B,
  ): Promise<{ readonly [K in keyof B]: Awaited<ReturnType<B[K]>> }>;
  /** How often this outcome of this step has been chosen in this case. */
  times<K extends keyof A & string>(step: K, outcome: A[K]['outcome']): number;
  /**
   * Lengthens the open duty of this step in the line that speaks by the rule's limit, counted from its present end. The
   * same step in another line beside it stays as it is.
   */
  extend(step: keyof A & string, by: RuleKey): void;
  /** Makes a document; number and text are drawn up in the committing transaction. */
  issue(document: DocumentType): void;
  licence(act: LicenceAct): void;
  /** Enters the failed commitment into the applicant's credit file. */
  recordBreach(ground: BreachGround): void;
  /** Whether this reading of the edition applies to what happens from now on. Recorded once, `<yyyy-mm> what changed`. */
  amended(id: string): boolean;
  /** Ends this case as `outcome` and opens another under the named procedure, which takes over the application. */
  transferTo(
    procedure: string,
    outcome: string,
    conversion: { acceptedOn: CivilDate | null; falsitySuspected: boolean },
  ): never;
  /** Ends the case. Whatever is still open ends with it. */
  close(outcome: string): never;
}
