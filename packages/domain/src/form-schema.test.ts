import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LianbanError } from './error.ts';
import type { Column, Field, FieldKind } from './field.ts';
import { flowValues, formSchema, refusalOf } from './form-schema.ts';
import { codePoints, isSafeText } from './characters.ts';
import { text } from './text.ts';

const field = (name: string, kind: FieldKind, required = true): Field => ({
  name,
  label: text(name, name),
  kind,
  required,
});
const line = field('line', { type: 'line', maxLength: 4 });
const column = (name: string, required: boolean): Column => ({
  ...{ name, label: text(name, name), kind: { type: 'line', maxLength: 4 }, required },
});

const rows = field('rows', { type: 'rows', maxItems: 1, columns: [column('line', true)] });

const refusal = (fields: readonly Field[], values: unknown): LianbanError => {
  const result = formSchema(fields).safeParse(values);
  if (result.success) throw new Error('was accepted');
  return refusalOf(result.error);
};
const codeOf = (fields: readonly Field[], values: unknown): string => refusal(fields, values).code;

describe('a form', () => {
  test('is handed on as it was filled in', () => {
    const fields = [
      line,
      field('prose', { type: 'prose', maxLength: 20 }),
      field('date', { type: 'date' }),
      field('flag', { type: 'flag' }),
      field('choice', { type: 'choice', options: [{ value: 'a', label: text('甲', 'A') }] }),
      field('list', { type: 'list', maxItems: 2, maxLength: 5 }),
      field('rows', { type: 'rows', maxItems: 2, columns: [column('line', true), column('more', false)] }),
    ];
    const values = {
      line: '甲乙丙丁',
      prose: '第一行\n第二行',
      date: '2026-02-28',
      flag: false,
      choice: 'a',
      list: ['营业执照', '平面图'],
      rows: [{ line: '甲' }, { line: '乙', more: '丙' }],
    };
    expect(formSchema(fields).parse(values)).toEqual(values);
  });

  test.each<[string, Field, unknown]>([
    ['a longer line', line, '一二三四五'],
    ['two lines in one', line, 'a\nb'],
    ['a number for a text', line, 5],
    ['an unknown choice', field('choice', { type: 'choice', options: [{ value: 'a', label: text('甲', 'A') }] }), 'b'],
    ['a word for a flag', field('flag', { type: 'flag' }), 'yes'],
    ['too many entries', field('list', { type: 'list', maxItems: 1, maxLength: 5 }), ['a', 'b']],
    ['too many rows', rows, [{ line: '甲' }, { line: '甲' }]],
    ['a row that lacks what it needs', rows, [{ line: ' ' }]],
    ['a row with a column that there is not', rows, [{ line: '甲', other: '乙' }]],
    ['a blank entry', field('list', { type: 'list', maxItems: 1, maxLength: 5 }), [' ']],
    ['no entry where one is required', field('list', { type: 'list', maxItems: 1, maxLength: 5 }), []],
    ['blanks where text is required', line, '  '],
    ['nothing where something is required', line, undefined],
  ])('with %s is malformed, and the field is named', (_what, of, value) => {
    const { code, detail } = refusal([of], { [of.name]: value });
    expect(code).toBe('MALFORMED');
    expect(detail['fields']).toEqual([expect.stringMatching(new RegExp(`^${of.name}`))]);
  });

  test('with a name it does not know is malformed', () => {
    expect(refusal([line], { line: 'a', role: 'DL' })).toMatchObject({
      code: 'MALFORMED',
      detail: { fields: ['role'] },
    });
  });

  test.each(['2026-02-30', '2025-02-29', 'tomorrow', '2026-2-3'])(
    'with the day %s is refused as no such date',
    (day) => {
      expect(codeOf([field('date', { type: 'date' })], { date: day })).toBe('NO_SUCH_DATE');
    },
  );

  test.each(['a\0', '\ud800', '\udc00a', '好\ud83d'])('with %j is refused as text that cannot be kept', (value) => {
    for (const type of ['line', 'prose'] as const)
      expect(codeOf([field('x', { type, maxLength: 9 })], { x: value })).toBe('INVALID_TEXT');
    expect(codeOf([field('x', { type: 'list', maxItems: 1, maxLength: 9 })], { x: [value] })).toBe('INVALID_TEXT');
    expect(codeOf([field('x', { type: 'date' })], { x: value })).toBe('INVALID_TEXT');
  });

  test('counts characters as readers do', () => {
    expect(formSchema([line]).parse({ line: '𠮷𠮷𠮷𠮷' })).toEqual({ line: '𠮷𠮷𠮷𠮷' });
  });

  test('leaves out what was left empty and is not required', () => {
    const optional = [field('date', { type: 'date' }, false), field('prose', { type: 'prose', maxLength: 5 }, false)];
    const parsed = formSchema(optional).parse({ date: '', prose: null });
    expect(JSON.stringify(parsed)).toBe('{}');
    expect(formSchema(optional).parse({})).toEqual({});
  });

  test('is not an object from elsewhere', () => {
    for (const value of [null, [], 'text', 3]) expect(codeOf([], value)).toBe('MALFORMED');
  });
});

test('only what the flow reads travels to the flow', () => {
  const fields: readonly Field[] = [
    line,
    { ...field('metOn', { type: 'date' }, false), flow: true },
    { ...field('again', { type: 'flag' }), flow: true },
  ];
  expect(flowValues(fields, { line: '密', metOn: '2026-03-02', again: false })).toEqual({
    metOn: '2026-03-02',
    again: false,
  });
  expect(flowValues(fields, { line: '密', metOn: undefined, again: true })).toEqual({ again: true });
});

test('text is kept exactly when it survives UTF-8 and holds no NUL', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
      (value) => {
        const survives =
          new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(value)) === value;
        expect(isSafeText(value)).toBe(survives && !value.includes('\0'));
        expect(codePoints(value)).toBeLessThanOrEqual(value.length);
      },
    ),
    { numRuns: 2000 },
  );
});
