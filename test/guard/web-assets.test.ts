import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesUnder, root, textOf } from './source-files.ts';

/** Addresses that a browser would fetch from elsewhere as soon as it reads this style sheet or page. */
function foreignLoads(path: string): readonly string[] {
  const loads = /(?:url\(\s*['"]?|@import\s*['"]|(?:src|href)=['"])((?:https?:)?\/\/[^'")\s]+)/g;
  return [...textOf(path).matchAll(loads)].map(([, address]) => `${path}: ${address}`);
}

test('no source of the console loads anything from elsewhere [ASVS v5.0.0-3.6.1]', () => {
  const sources = [...filesUnder('apps/web/src', '.css'), 'apps/web/index.html'];
  expect(sources.length).toBeGreaterThan(3);
  expect(sources.flatMap(foreignLoads)).toEqual([]);
});

const DIST = 'apps/web/dist';

// Libraries bring style sheets of their own, so the built console is looked at as well, wherever it has been built.
describe.runIf(existsSync(join(root, DIST)))('the built console', () => {
  test('loads no style, font or script from elsewhere [ASVS v5.0.0-3.6.1]', () => {
    const built = readdirSync(join(root, DIST), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(css|html)$/.test(name))
      .map((name) => join(DIST, name));
    expect(built.length).toBeGreaterThan(0);
    expect(built.flatMap(foreignLoads)).toEqual([]);
  });

  test('does not carry the list of common passwords, which is the service’s', () => {
    const scripts = readdirSync(join(root, DIST), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.js'),
    );
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((name) => textOf(join(DIST, name)).includes('woaini1314'))).toEqual([]);
  });
});
