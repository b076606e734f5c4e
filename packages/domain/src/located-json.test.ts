import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LianbanError } from './error.ts';
import { locatedJson, type LocatedJson } from './located-json.ts';

/** The value without its lines. */
function plain(located: LocatedJson): unknown {
  if (located.kind === 'scalar') return located.value;
  if (located.kind === 'array') return located.items.map(plain);
  return Object.fromEntries([...located.entries].map(([name, value]) => [name, plain(value)]));
}

const json = fc.json({ maxDepth: 4 });

test('reads what JSON.parse reads', () => {
  fc.assert(
    fc.property(json, fc.constantFrom(undefined, 1, '\t'), (written, indent) => {
      const content = JSON.stringify(JSON.parse(written), null, indent);
      expect(plain(locatedJson(content))).toEqual(JSON.parse(content));
    }),
    { numRuns: 500 },
  );
});

test('refuses what JSON.parse refuses', () => {
  const broken = fc
    .tuple(json, fc.nat(), fc.constantFrom('"', '{', ']', ',', '\\', '0', 'x', ' ', ''))
    .map(
      ([written, at, sign]) =>
        written.slice(0, at % (written.length + 1)) + sign + written.slice(1 + (at % written.length)),
    );
  fc.assert(
    fc.property(broken, (content) => {
      const reads = (read: (content: string) => unknown): boolean => {
        try {
          read(content);
          return true;
        } catch {
          return false;
        }
      };
      const isRepeated = /"([^"]*)":.*"\1":/s.test(content); // refused here, the last one wins there
      expect(reads(locatedJson) || isRepeated).toBe(reads(JSON.parse) || isRepeated);
    }),
    { numRuns: 1000 },
  );
});

test('tells the line on which each value begins', () => {
  const root = locatedJson('{\n  "a": [\n    1,\n\n    {"b": "x\\ny"}\n  ],\r\n  "c": null }');
  const [, second] = root.kind === 'object' ? itemsOf(root.entries.get('a')) : [];
  expect(second).toMatchObject({ kind: 'object', line: 5 });
  expect(root.kind === 'object' ? root.entries.get('c') : null).toEqual({ kind: 'scalar', value: null, line: 7 });
});

const itemsOf = (list: LocatedJson | undefined): readonly LocatedJson[] => (list?.kind === 'array' ? list.items : []);

test.each([
  ['a missing comma', '[\n1\n2]', 3],
  ['a name used twice', '{"a":1,\n"a":2}', 2],
  ['something after the end', '{}\n\nx', 3],
  ['a text that does not end', '\n"abc', 2],
  ['a name that would reach the prototype is only a name; a comma too many is not', '{"__proto__":1,}', 1],
])('points at %s', (_what, content, line) => {
  expect(() => locatedJson(content)).toThrow(new LianbanError('MALFORMED', { line }));
});

test('is not led into the depth of the stack', () => {
  expect(() => locatedJson('['.repeat(1_000_000))).toThrow('MALFORMED');
});
