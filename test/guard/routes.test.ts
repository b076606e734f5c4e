import { expect, test } from 'vitest';
import { routeDefinitions } from '../support/every-route.ts';
import { filesUnder, textOf } from './source-files.ts';

const routes = Object.entries(routeDefinitions);

test('there are routes to look at', () => {
  expect(routes.length).toBeGreaterThan(20);
});

test('every route checks what comes in and what goes out, and says who may call it', () => {
  const loose = routes.flatMap(([name, { _def }]) => [
    ...(_def.inputs.length > 0 ? [] : [`${name} has no .input`]),
    ...(_def.output !== undefined || _def.type === 'subscription' ? [] : [`${name} has no .output`]),
    ...(_def.meta !== undefined && Object.keys(_def.meta).length > 0 ? [] : [`${name} has no .meta`]),
  ]);
  expect(loose).toEqual([]);
});

test('every route has a file of its own', () => {
  const handler = /\.(query|mutation|subscription)\(\s*(async\b|\()/g;
  const files = filesUnder('packages/api/src', '.ts')
    .filter((path) => !path.endsWith('.test.ts'))
    .map((path) => ({ path, count: [...textOf(path).matchAll(handler)].length }));
  expect(files.filter(({ count }) => count > 1).map(({ path, count }) => `${path} holds ${count} routes`)).toEqual([]);
  expect(files.filter(({ count }) => count === 1)).toHaveLength(routes.length);
});
