import { z } from 'zod';
import { assertNever } from './assert-never.ts';
import { isCivilDate } from './civil-date.ts';
import { LianbanError, type ErrorCode } from './error.ts';
import type { Column, Field, FieldKind, FlowValues, RowValue } from './field.ts';
import { safeText, safeTextUpTo } from './safe-text.ts';

/** What one field of a form may hold once it is checked; absent when it was left empty. */
export type FormValue = string | boolean | readonly string[] | readonly RowValue[];

/** A form that passed its {@link formSchema}. */
export type FormValues = Readonly<Record<string, FormValue | undefined>>;

/**
 * The check that a form of these fields must pass: no unknown names, nothing required left blank, lengths in code points,
 * days that exist, text that can be kept. A field that is not required may be missing or empty, and is then absent.
 */
export function formSchema(fields: readonly Field[]): z.ZodType<FormValues> {
  return z.strictObject(Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)])));
}

/** The values of the fields that the procedure reads, and nothing else. */
export function flowValues(fields: readonly Field[], values: FormValues): FlowValues {
  return Object.fromEntries(
    fields.flatMap(({ name, flow }) => {
      const value = values[name];
      return flow === true && value !== undefined ? [[name, value]] : [];
    }),
  );
}

/** The refusal that a failed check amounts to: the gravest code among the issues, and the names of the fields at fault. */
export function refusalOf(error: z.ZodError): LianbanError {
  const codes = error.issues.map((issue) => (issue.code === 'custom' ? codeIn(issue.params) : null));
  const code = coded.find((candidate) => codes.includes(candidate)) ?? 'MALFORMED';
  const fields = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => [...issue.path, key].join('.'))
      : [issue.path.join('.')],
  );
  return new LianbanError(code, { fields: [...new Set(fields)] });
}

const coded = ['INVALID_TEXT', 'NO_SUCH_DATE'] as const satisfies readonly ErrorCode[];

const codeIn = (params: Record<string, unknown> | undefined): ErrorCode | null =>
  coded.find((code) => params?.['code'] === code) ?? null;

function fieldSchema({ kind, required }: Pick<Field, 'kind' | 'required'>): z.ZodType<FormValue | undefined> {
  const value = kindSchema(kind);
  if (required) return value.refine((filled) => !isBlank(filled), { error: 'Required' });
  return z.preprocess((given) => (given === '' || given === null ? undefined : given), value.optional());
}

function kindSchema(kind: FieldKind): z.ZodType<FormValue> {
  switch (kind.type) {
    case 'line':
      return safeTextUpTo(kind.maxLength).refine((line) => !/[\r\n]/.test(line), { error: 'One line only' });
    case 'prose':
      return safeTextUpTo(kind.maxLength);
    case 'date':
      return safeText.refine(isCivilDate, { error: 'No such day', params: { code: 'NO_SUCH_DATE' } });
    case 'flag':
      return z.boolean();
    case 'colleague':
      return z.uuid();
    case 'unit':
    case 'caseNumber':
      return safeTextUpTo(60).refine((line) => !/[\r\n]/.test(line), { error: 'One line only' });
    case 'choice':
      return z.enum(kind.options.map(({ value }) => value));
    case 'list':
      return z
        .array(safeTextUpTo(kind.maxLength).refine((entry) => !isBlank(entry), { error: 'Required' }))
        .max(kind.maxItems);
    case 'materials':
      return z.array(safeTextUpTo(MOST_KEY)).max(MOST_MATERIALS).refine(isDistinct, { error: 'Each once' });
    case 'rows':
      return z
        .array(rowSchema(kind.columns))
        .min(kind.minItems ?? 0)
        .max(kind.maxItems);
    default:
      return assertNever(kind);
  }
}

/** Bounds of ours: longer than any key, and more than any item asks for. */
const MOST_KEY = 60;
const MOST_MATERIALS = 50;

const isDistinct = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;

/** A row holds its columns and nothing else; what was left empty is left out. */
const rowSchema = (columns: readonly Column[]): z.ZodType<RowValue> =>
  z
    .strictObject(Object.fromEntries(columns.map((column) => [column.name, fieldSchema(column)])))
    .transform((row) => Object.fromEntries(Object.entries(row).flatMap(([name, cell]) => cellOf(name, cell))));

const cellOf = (name: string, cell: FormValue | undefined): readonly (readonly [string, string])[] =>
  typeof cell === 'string' ? [[name, cell]] : [];

const isBlank = (value: FormValue): boolean =>
  typeof value === 'string' ? value.trim() === '' : typeof value !== 'boolean' && value.length === 0;
