import { expect, test } from 'vitest';
import { filesUnder, textOf } from './source-files.ts';

const STANDARD = ['build', 'typecheck', 'test'];

interface Manifest {
  readonly name?: string;
  readonly private?: boolean;
  readonly type?: string;
  readonly scripts?: Readonly<Record<string, string>>;
}

const manifests = [
  ...filesUnder('apps', 'package.json'),
  ...filesUnder('packages', 'package.json'),
  'test/package.json',
];
const read = (path: string): Manifest => JSON.parse(textOf(path)) as Manifest;

test('every workspace is found', () => {
  expect(manifests.map((path) => read(path).name)).toEqual(
    expect.arrayContaining([
      '@lianban/web',
      '@lianban/worker',
      '@lianban/api',
      '@lianban/db',
      '@lianban/domain',
      '@lianban/workflows',
      '@lianban/test',
    ]),
  );
});

test('every workspace has the standard scripts, because turbo silently skips the ones that are missing', () => {
  const missing = manifests.flatMap((path) => {
    const scripts = read(path).scripts ?? {};
    return STANDARD.filter((name) => !scripts[name]).map((name) => `${path} has no script "${name}"`);
  });
  expect(missing).toEqual([]);
});

test('every workspace is private and speaks ES modules', () => {
  const odd = manifests.filter((path) => read(path).private !== true || read(path).type !== 'module');
  expect(odd).toEqual([]);
});

test('every workspace is type-checked with the flags of the whole', () => {
  const loose = manifests
    .map((path) => path.replace('package.json', 'tsconfig.json'))
    .filter((path) => !/"extends": "(\.\.\/)+tsconfig\.base\.json"/.test(textOf(path)));
  expect(loose).toEqual([]);
});
