import type { PersonalKind } from './personal.ts';
import type { RuleKey } from './rule.ts';
import type { Text } from './text.ts';

/**
 * One field of a form. Forms are data: the console draws them, the API checks them (`form-schema.ts`).
 * `flow: true` marks what the procedure reads; nothing else travels to the workflow engine.
 */
export interface Field {
  readonly name: string;
  readonly label: Text;
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly flow?: true;
  readonly hint?: Text;
  /** It holds a personal datum of whoever fills it in, shown to each reader as far as {@link PersonalKind} says. */
  readonly personal?: PersonalKind;
  /** Asked only where the item has this; elsewhere the form has no such field. */
  readonly where?: 'laterConditions';
  /** Filled in by the system when the form is received; nobody is asked for it. */
  readonly given?: 'noticeVersion';
  /** Of a day: it must be later than today, or at least as far ahead as the rule says. */
  readonly after?: 'today' | RuleKey;
}

export type FieldKind =
  | { readonly type: 'line'; readonly maxLength: number }
  | { readonly type: 'prose'; readonly maxLength: number }
  | { readonly type: 'date' }
  | { readonly type: 'flag' }
  | { readonly type: 'choice'; readonly options: readonly { readonly value: string; readonly label: Text }[] }
  /** Another officer, by their id: of the inspection team, or of the unit that owes the step. The record knows who that may be. */
  | { readonly type: 'colleague'; readonly of: 'team' | 'unit' }
  /** A unit of the bureau that has somebody for liaison, by its id. The record knows which those are. */
  | { readonly type: 'unit' }
  /** The number of another open case under this procedure that whoever answers may see. */
  | { readonly type: 'caseNumber'; readonly procedure: string }
  /** Rows of a table, each with the same columns, for example the defects that an inspection found. */
  | {
      readonly type: 'rows';
      readonly columns: readonly Column[];
      readonly maxItems: number;
      readonly minItems?: number;
    }
  /** Some of the materials of the item that may be handed in after acceptance, by their keys. */
  | { readonly type: 'materials'; readonly of: 'curable' }
  /** Several lines, each one entry, for example the items of a single supplement notice. */
  | { readonly type: 'list'; readonly maxItems: number; readonly maxLength: number };

/** One column of a table; what is not required may stay empty. */
export interface Column {
  readonly name: string;
  readonly label: Text;
  readonly kind: Extract<FieldKind, { readonly type: 'line' | 'prose' | 'date' | 'choice' | 'unit' }>;
  readonly required: boolean;
}

/** One row of a table by its columns; an empty one is left out. */
export type RowValue = Readonly<Record<string, string>>;

/** Values of the fields that a procedure reads. */
export type FlowValues = Readonly<Record<string, string | boolean | readonly string[] | readonly RowValue[]>>;
