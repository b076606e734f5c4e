import { expect, test } from 'vitest';
import { filesUnder, textOf } from './source-files.ts';

const schemas = filesUnder('packages/db/prisma', '.prisma').map((path) => ({ path, lines: textOf(path).split('\n') }));
const models = schemas.flatMap(({ path, lines }) =>
  lines.flatMap((line, at) => {
    const name = /^(?:model|view|enum|type) (\w+)/.exec(line)?.[1];
    return name === undefined ? [] : [{ path, name, above: lines[at - 1] ?? '' }];
  }),
);

test('there are models to look at', () => {
  expect(models.length).toBeGreaterThan(10);
});

test('every model says what it holds', () => {
  const silent = models.filter(({ above }) => !/^\/\/\/ \S/.test(above)).map(({ path, name }) => `${path}: ${name}`);
  expect(silent).toEqual([]);
});

test('every noun has a file of its own', () => {
  const crowded = schemas
    .filter(({ lines }) => lines.length > 150)
    .map(({ path, lines }) => `${path}: ${lines.length} lines`);
  expect(crowded).toEqual([]);
});
