import type { Field, FlowValues } from '@lianban/domain/field';
import { flowValues, formSchema } from '@lianban/domain/form-schema';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import { secondOfficerOf, type Player } from './cast.ts';
import type { Deed } from './life.ts';

/** A button with its form filled in and checked. */
export interface FilledForm {
  /** As the record keeps it: a second officer by the name they have. */
  readonly form: Readonly<Record<string, unknown>>;
  readonly flow: FlowValues;
}

/** Fields that take what a deed says in one sentence. */
const PROSE: readonly string[] = ['opinion', 'reasons', 'statement'];

/**
 * Fills in the form of a deed as its officer would. @throws RangeError when the step has no such button, ZodError when
 * what the deed says does not fit the form.
 */
export function filledForm({ steps }: AnyProcedure, { step, outcome, words }: Deed, by: Player): FilledForm {
  const button = steps[step]?.outcomes[outcome];
  if (button === undefined) throw new RangeError(`no button ${outcome} of ${step}`);
  const fields = button.form ?? [];
  const form = formSchema(fields).parse(valuesOf(fields, words, by));
  const named = fields.some(({ kind }) => kind.type === 'colleague') ? { secondOfficer: secondOfficerOf(by) } : {};
  return { form: { ...form, ...named }, flow: flowValues(fields, form) };
}

function valuesOf(fields: readonly Field[], words: Deed['words'], by: Player): Readonly<Record<string, unknown>> {
  const names = fields.map(({ name }) => name);
  const [prose] = names.filter((name) => PROSE.includes(name));
  return {
    ...(names.includes('secondOfficer') ? { secondOfficer: secondOfficerOf(by).personId } : {}),
    ...(typeof words !== 'string' ? words : { [prose ?? 'opinion']: words }),
  };
}
