import type { WorkingCalendar } from '@lianban/domain/calendar';
import { civilDateOf, type Instant } from '@lianban/domain/civil-date';
import { earlyDays } from '@lianban/domain/early-days';
import { LianbanError } from '@lianban/domain/error';
import type { Field, FlowValues } from '@lianban/domain/field';
import { flowValues, formSchema } from '@lianban/domain/form-schema';
import type { Opening } from '@lianban/workflows/vocabulary/opening';
import { foreignMaterials } from '../answering/curable-materials.ts';
import { askedOf } from '../presentation/asked-fields.ts';
import { Stopped, type Path } from './stopped.ts';

/** Where, when and in which case a form is filled in. */
export interface FormOccasion {
  readonly opening: Opening;
  readonly calendar: WorkingCalendar;
  readonly at: Instant;
  /** The place of the form in the script. */
  readonly path: Path;
}

type Sent = Readonly<Record<string, unknown>>;

/**
 * What the procedure reads of a form in a script. A rehearsal asks only for what is read: opinions and colleagues may be
 * left out, and a colleague is any name.
 * @throws Stopped UNKNOWN_FIELD, MISSING_FIELD, TOO_EARLY, and what the kind of a field refuses.
 */
export function valuesOf(fields: readonly Field[], sent: Sent, occasion: FormOccasion): FlowValues {
  const { opening, calendar, at, path } = occasion;
  const asked = askedOf(fields, opening.item).map(rehearsed);
  const foreign = Object.keys(sent).find((name) => !asked.some((field) => field.name === name));
  if (foreign !== undefined)
    throw new Stopped([...path, foreign], 'UNKNOWN_FIELD', { fields: asked.map(({ name }) => name).join(', ') });
  const missing = asked.find(({ name, required }) => required && !Object.hasOwn(sent, name));
  if (missing !== undefined) throw new Stopped([...path, missing.name], 'MISSING_FIELD');
  const checked = formSchema(asked).safeParse(sent);
  if (!checked.success) throw wrongIn(asked, sent, [...path, ...(checked.error.issues[0]?.path.slice(0, 1) ?? [])]);
  const [notCurable] = foreignMaterials(asked, sent, opening.curable);
  if (notCurable !== undefined) throw new Stopped([...path, notCurable], 'WRONG_TYPE', kinds.materials);
  const [early] = earlyDays(asked, sent, { calendar, today: civilDateOf(at), terms: opening.terms });
  if (early !== undefined) throw new Stopped([...path, early], 'TOO_EARLY');
  return { ...flowValues(asked, checked.data), ...givenIn(fields, opening) };
}

function rehearsed(field: Field): Field {
  const kind = field.kind.type === 'colleague' ? ({ type: 'line', maxLength: 120 } as const) : field.kind;
  return { ...field, kind, required: field.required && field.flow === true };
}

/** What the system fills in by itself. */
function givenIn(fields: readonly Field[], { commitment }: Opening): FlowValues {
  const given = fields.filter((field) => field.given !== undefined);
  const version = commitment?.noticeVersion ?? 'rehearsed';
  return flowValues(given, Object.fromEntries(given.map(({ name }) => [name, version])));
}

const kinds: Readonly<Record<Field['kind']['type'], { readonly zh: string; readonly en: string }>> = {
  line: { zh: '一行文本', en: 'one line of text' },
  prose: { zh: '文本', en: 'text' },
  date: { zh: '日期', en: 'a date' },
  flag: { zh: 'true或false', en: 'true or false' },
  choice: { zh: '选项之一', en: 'one of the options' },
  colleague: { zh: '姓名', en: 'a name' },
  unit: { zh: '单位代码', en: 'the code of a unit' },
  caseNumber: { zh: '案号', en: 'the number of a case' },
  list: { zh: '文本的列表', en: 'a list of texts' },
  materials: { zh: '材料代码的列表', en: 'a list of keys of materials' },
  rows: { zh: '表格各行的列表', en: 'a list of rows, each with its columns' },
};

function wrongIn(fields: readonly Field[], sent: Sent, path: Path): Stopped {
  const name = String(path.at(-1));
  const kind = fields.find((field) => field.name === name)?.kind;
  if (kind === undefined) throw new LianbanError('INTERNAL', { reason: 'no such field', name });
  const value = sent[name];
  if (kind.type === 'date' && typeof value === 'string') {
    const isWritten = /^\d{4}-\d{2}-\d{2}$/.test(value);
    return isWritten ? new Stopped(path, 'NO_SUCH_DATE', { value }) : new Stopped(path, 'MALFORMED_DATE');
  }
  if (kind.type !== 'choice') return new Stopped(path, 'WRONG_TYPE', kinds[kind.type]);
  const options = kind.options.map((option) => option.value);
  return new Stopped(path, 'WRONG_TYPE', { zh: options.join('或'), en: options.join(' or ') });
}
