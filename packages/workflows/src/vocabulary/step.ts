import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import type { DocumentType } from '@lianban/domain/document';
import type { Field } from '@lianban/domain/field';
import type { Citation } from '@lianban/domain/law';
import type { ExpiryPolicy } from '@lianban/domain/limit';
import type { Role } from '@lianban/domain/role';
import type { RuleKey } from '@lianban/domain/rule';
import type { Text } from '@lianban/domain/text';

/** What ends: the duty of a step, or a clock. */
export type EndOf = string | { readonly clock: string };

/** One button of a step: what it is called, what it asks for, which documents it makes. */
export interface OutcomeSpec {
  readonly title: Text;
  readonly form?: readonly Field[];
  /** Issued in the transaction of the act, in this order. */
  readonly documents?: readonly DocumentType[];
  readonly tone?: 'primary' | 'danger';
  /** Only as long as the duty of this step, open in the same line, or the clock is not overdue; afterwards for the reason shown. */
  readonly before?: { readonly endOf: EndOf; readonly otherwise: Text };
  /** The console shows the consequences before it asks. */
  readonly irreversible?: true;
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
  /** Steps whose officer may not also answer this one. */
  readonly notBy?: readonly string[];
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
}

type FieldValue<F extends Field> = F['kind'] extends { type: 'date' }
  ? CivilDate
  : F['kind'] extends { type: 'flag' }
    ? boolean
    : F['kind'] extends { type: 'list' }
      ? readonly string[]
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
