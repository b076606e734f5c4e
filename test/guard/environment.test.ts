import { readVariables } from '@lianban/domain/environment';
import { expect, test } from 'vitest';
import { filesUnder, textOf } from './source-files.ts';

/** Names of variables as sources spell them: a word that no letter or sign of a name goes on from. */
const NAMES = /\bLIANBAN_[A-Z_]*[A-Z]\b(?!_)/g;

const sources = ['apps', 'packages', 'test', 'scripts']
  .flatMap((folder) => filesUnder(folder))
  .filter((path) => /\.(ts|tsx|mjs|sh)$/.test(path) && !/environment\.test\.ts$/.test(path));
const named = new Set(sources.flatMap((path) => textOf(path).match(NAMES) ?? []));

test('every variable of ours that a source names is known, so that no process takes it for a slip of the pen', () => {
  expect(named.size).toBeGreaterThan(15);
  const unknown = [...named].filter((name) => {
    try {
      readVariables({ [name]: 'set' }, {});
      return false;
    } catch {
      return true;
    }
  });
  expect(unknown).toEqual([]);
});

test('every variable of the service and the worker is in the runbook', () => {
  const runbook = textOf('docs/runbooks/run-in-production.md');
  const read = [
    'packages/api/src/environment.ts',
    'apps/worker/src/environment.ts',
    'packages/domain/src/environment.ts',
  ];
  const asked = read.flatMap((path) =>
    [...textOf(path).matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name = '']) => name),
  );
  expect(asked.length).toBeGreaterThan(12);
  expect(asked.filter((name) => !runbook.includes(`\`${name}\``))).toEqual([]);
});
