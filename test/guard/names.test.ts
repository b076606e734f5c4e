import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { filesUnder } from './source-files.ts';

const sources = ['apps', 'packages', 'test', 'scripts', 'docs'].flatMap((folder) => filesUnder(folder));
const code = sources.filter((path) => /\.(ts|tsx|mjs|cjs)$/.test(path));

test('no file or folder has a name that says nothing', () => {
  const empty = /(^|[-.])(utils?|helpers?|common|managers?|misc|stuff)([-.]|$)/i;
  const vague = sources.filter((path) => path.split('/').some((part) => empty.test(part)));
  expect(vague).toEqual([]);
});

test('files are kebab-case, except those named after their component', () => {
  const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*\.(ts|tsx|mjs|cjs)$/;
  const component = /^[A-Z][A-Za-z0-9]*(\.test)?\.tsx$/;
  const odd = code.filter((path) => !kebab.test(basename(path)) && !component.test(basename(path)));
  expect(odd).toEqual([]);
});

test('there is code to look at', () => {
  expect(code.length).toBeGreaterThan(150);
});
