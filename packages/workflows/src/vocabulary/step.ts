import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import type { DocumentType } from '@lianban/domain/document';
import type { Field, RowValue } from '@lianban/domain/field';
import type { Citation } from '@lianban/domain/law';
import type { ExpiryPolicy } from '@lianban/domain/limit';
import type { Role } from '@lianban/domain/role';
import type { RuleKey } from '@lianban/domain/rule';
import { text, type Text } from '@lianban/domain/text';

/** What ends: the duty of a step, or a clock. */
export type EndOf = string | { readonly clock: string };

/** One button of a step: what it is called, what it asks for, which documents it makes. */
export interface OutcomeSpec {
  readonly title: Text;
  readonly form?: readonly Field[];
  /** Issued in the transaction of the act, in this order. */
  readonly documents?: readonly DocumentType[];
  readonly tone?: 'primary' | 'danger';
  /** Of a button of the applicant: whether files have to come with it. See {@link filesWith}. */
  readonly files?: 'required';
  /** Only as long as the duty of this step, open in the same line, or the clock is not overdue; afterwards for the reason shown. */
  readonly before?: { readonly endOf: EndOf; readonly otherwise: Text };
  /** The console shows the consequences before it asks. */
  readonly irreversible?: true;
  /** Of a row with a letter: whoever is answered so asks no longer, and the letter is recalled. */
  readonly recalls?: true;
}

/** The bureau of the other province is written to when a step opens (ADR 0034). */
export interface LetterSpec {
  /** There the letter opens a case under the current edition of this procedure. */
  readonly procedure: string;
  /** A step that is opened on a letter that went before sends a reminder of it. */
  readonly reminds?: true;
}

/** What the passing of the limit itself brings about. Present exactly on steps whose expiry is a turn of the case. */
export interface LapseSpec {
  readonly means: Text;
  readonly documents?: readonly DocumentType[];
}

/** One row of a procedure's catalogue: who owes what, by when, on which legal basis. */
export interface StepSpec {
  readonly title: Text;
  readonly owner: Role;
  /** Key of the limit, the statutory clock it shares, a day given by the case, or none. */
  readonly limit: RuleKey | { readonly clock: string } | 'given' | null;
  readonly policy: ExpiryPolicy;
  readonly lapse?: LapseSpec;
  readonly basis: readonly Citation[];
  /** Whether the statutory clock of the case runs meanwhile. */
  readonly clock: 'runs' | 'paused' | 'none';
  readonly outcomes: Readonly<Record<string, OutcomeSpec>>;
  /**
   * A case of its own does the work, under the current edition of this procedure. Nobody answers such a step: its outcomes are
   * the endings of that case, and their fields are what it reports (ADR 0033).
   */
  readonly child?: string;
  /**
   * The case that opened this one tells it how matters stand there. A right opened in the main line before anything else, which
   * nobody exercises; its outcomes are what that case tells (ADR 0036).
   */
  readonly told?: true;
  /**
   * The step waits for the bureau of the other province. Opened with what is shared it sends a letter; opened without, it waits
   * for the answer to the last letter under that procedure in its line. Answered by a letter from there, or by hand (ADR 0034).
   */
  readonly letter?: LetterSpec;
  /** Steps whose officer may not also answer this one. */
  readonly notBy?: readonly string[];
  /**
   * Those that were added after the edition was released. Asked where an answer is received and not where a ledger is folded:
   * rows from before were lawful then and read the same for good (ADR 0026).
   */
  readonly alsoNotBy?: readonly string[];
}

/**
 * Whether files may come with an answer: with those of the applicant that report something (说明), and with those that say so.
 * Null where none are taken (ADR 0028).
 */
export function filesWith(
  { owner }: Pick<StepSpec, 'owner'>,
  { files, form = [] }: OutcomeSpec,
): 'required' | 'optional' | null {
  if (owner !== 'APP') return null;
  return files ?? (form.some(({ name }) => name === 'statement') ? 'optional' : null);
}

/** The steps of one procedure edition, by name. */
export type Catalogue = Readonly<Record<string, StepSpec>>;

/** Keeps the literal types of a catalogue, so that answers are checked against its buttons. */
export const catalogue = <const C extends Catalogue>(steps: C): C => steps;

/** Who acted, in which post. Names are kept as they were. */
export interface Actor {
  readonly personId: string;
  readonly postId: string;
  readonly role: Role;
  /** Whose post it is, where the person stood in for somebody else; then both have acted, for separation of duties. */
  readonly standingInFor?: string;
}

/** Everybody in whose name an act is done: whoever acts, and whom they stand in for. */
export const personsOf = ({ personId, standingInFor }: Actor): readonly string[] =>
  standingInFor === undefined ? [personId] : [personId, standingInFor];

/** What is taken in a post is its holder's: a deputy takes for the principal, who finds it there when they are back (ADR 0024). */
export const ownerIn = ({ personId, standingInFor }: Actor): string => standingInFor ?? personId;

type FieldValue<F extends Field> = F['kind'] extends { type: 'date' }
  ? CivilDate
  : F['kind'] extends { type: 'flag' }
    ? boolean
    : F['kind'] extends { type: 'list' | 'materials' }
      ? readonly string[]
      : F['kind'] extends { type: 'rows' }
        ? readonly RowValue[]
        : string;

type FlowField<F> = F extends Field & { readonly flow: true } ? F : never;

/** The values of the fields marked `flow`, by name; a field that is not required may be absent. */
export type FlowOf<O extends OutcomeSpec> = O extends { readonly form: readonly (infer F)[] }
  ? {
      readonly [G in FlowField<F> as G['required'] extends true ? G['name'] : never]: FieldValue<G>;
    } & {
      readonly [G in FlowField<F> as G['required'] extends true ? never : G['name']]?: FieldValue<G>;
    }
  : Readonly<Record<never, never>>;

/** When and by whom a step was settled; `by` is null when the clock settled it. */
export interface Settlement {
  readonly by: Actor | null;
  readonly on: CivilDate;
  readonly at: Instant;
  /** The day it counts as received on: the next working day after business hours. */
  readonly receivedOn: CivilDate;
}

/** How a step ended: one of its buttons with the values the flow reads, or `lapsed` where expiry has an effect. */
export type Answer<S extends StepSpec> =
  | {
      [K in keyof S['outcomes'] & string]: Settlement & {
        readonly outcome: K;
        readonly flow: FlowOf<S['outcomes'][K]>;
      };
    }[keyof S['outcomes'] & string]
  | (S extends { readonly lapse: LapseSpec } ? Settlement & Silence : never);

/** A limit that passed; `lastDay` is the day with whose end it did, so that what follows is counted from there. */
export interface Silence {
  readonly outcome: 'lapsed';
  readonly lastDay: CivilDate;
}

/** Why nobody answers a step whose work a case of its own does. */
const doneByAnotherCase = text('本步骤由另案办理，随该案办结', 'Another case does this and ends it');

/** Why nobody answers what the case that opened this one tells it. */
const toldByParent = text('由派生本案的原案通知，无需办理', 'Told by the case that opened this one');

/** Why nobody answers this step; null when somebody does. */
export const notAnswered = ({ child, told }: Pick<StepSpec, 'child' | 'told'>): Text | null =>
  child !== undefined ? doneByAnotherCase : told === true ? toldByParent : null;
