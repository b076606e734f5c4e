import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

/** Any text, halves of pairs and control characters too. */
const someText = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) });
const someJson = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, false),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.oneof(fc.string(), someText),
    fc.array(tie('value')),
    fc.dictionary(fc.oneof(fc.string(), someText), tie('value')),
  ),
})).value;

/** The same value with the keys of every object the other way round. */
const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, field]) => [name, reversed(field)]),
  );
};

test('is JSON of the same value, whatever the order of its keys', () => {
  fc.assert(
    fc.property(someJson, (value) => {
      const written = canonicalJson(value);
      expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(reversed(value))).toBe(written);
    }),
  );
});

test('writes every text as JSON does', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), someText, fc.string({ unit: 'grapheme' })), (text) => {
      expect(canonicalJson(text)).toBe(JSON.stringify(text));
    }),
    { numRuns: 1000 },
  );
});

test('leaves fields without a value out', () => {
  expect(canonicalJson({ b: 1, a: undefined, c: { d: undefined } })).toBe('{"b":1,"c":{}}');
});
