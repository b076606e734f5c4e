import { auditActions } from '@lianban/domain/audit-action';
import { expect, test } from 'vitest';
import { filesUnder, textOf } from './source-files.ts';

/** Actions as they are written down where something is done: `action: 'session.signOut'`, or an act of `noteAct`. */
const written = filesUnder('packages', '.ts')
  .filter((path) => path.includes('/src/') && !path.endsWith('.test.ts') && !path.includes('/generated/'))
  .flatMap((path) => [
    ...[...textOf(path).matchAll(/\baction:\s*'([a-z]+\.[A-Za-z]+)'/g)].flatMap(([, name]) => name ?? []),
    ...[...textOf(path).matchAll(/\bnoteAct\(administration,\s*'([A-Za-z]+)'/g)].map(
      ([, act]) => `organisation.${act}`,
    ),
  ]);

test('there are actions to look at', () => {
  expect(new Set(written).size).toBeGreaterThan(10);
});

test('every action that goes into the trail has its words, and the kind that auditors find it by', () => {
  expect([...new Set(written)].filter((action) => !Object.hasOwn(auditActions, action)).sort()).toEqual([]);
});
