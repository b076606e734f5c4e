import { documents } from '@lianban/domain/document';
import { roles } from '@lianban/domain/role';
import { procedures } from '@lianban/workflows/procedures/registry';
import { expect, test } from 'vitest';
import { textOf } from './source-files.ts';

interface Term {
  readonly english: string;
  readonly chinese: string;
  readonly codeNames: readonly string[];
}

/** Rows of the tables `| English | 中文 | code names |`; code names stand in backticks. */
const terms: readonly Term[] = textOf('docs/glossary.md')
  .split('\n')
  .filter((line) => line.startsWith('|') && line.includes('`'))
  .map((line) => {
    const [, english = '', chinese = '', names = ''] = line.split('|').map((cell) => cell.trim());
    return { english, chinese, codeNames: [...names.matchAll(/`([^`]+)`/g)].flatMap(([, name]) => name ?? []) };
  });

const known = new Set(terms.flatMap(({ codeNames }) => codeNames));

const used: Readonly<Record<string, readonly string[]>> = {
  procedure: procedures.map(({ id }) => id),
  step: procedures.flatMap(({ steps }) => Object.keys(steps)),
  outcome: procedures.flatMap(({ steps }) => Object.values(steps).flatMap(({ outcomes }) => Object.keys(outcomes))),
  ending: procedures.flatMap(({ endings }) => Object.keys(endings)),
  role: Object.keys(roles),
  document: Object.keys(documents),
};

test.each(Object.entries(used))('every %s of the procedures is in the glossary', (_kind, names) => {
  expect(names.length).toBeGreaterThan(0);
  expect([...new Set(names)].filter((name) => !known.has(name)).sort()).toEqual([]);
});

test('every term is told in both languages', () => {
  const bare = terms.filter(({ english, chinese }) => !/[A-Za-z]/.test(english) || !/\p{Script=Han}/u.test(chinese));
  expect(bare).toEqual([]);
});

test('no code name stands for two terms', () => {
  const twice = [...known].filter((name) => terms.filter(({ codeNames }) => codeNames.includes(name)).length > 1);
  expect(twice.sort()).toEqual([]);
});
