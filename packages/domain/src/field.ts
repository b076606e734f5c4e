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
  /** Several lines, each one entry, for example the items of a single supplement notice. */
  | { readonly type: 'list'; readonly maxItems: number; readonly maxLength: number };

/** Values of the fields that a procedure reads. */
export type FlowValues = Readonly<Record<string, string | boolean | readonly string[]>>;
