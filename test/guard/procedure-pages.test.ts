import { procedures } from '@lianban/workflows/procedures/registry';
import { describe, expect, test } from 'vitest';
import { lives } from '../support/lives.ts';
import { chaptersOf } from '../support/procedure-page/chapters.ts';
import { procedurePages } from '../support/procedure-page/procedure-page.ts';
import { textOf } from './source-files.ts';

const pages = await procedurePages();

describe.each(pages)('the page $path', ({ path, text, unseen }) => {
  test('says what the catalogue, the scenarios and the played lives say', () => {
    // Split, so that a difference shows the lines and not the whole page.
    expect(textOf(path).split('\n'), `${path} is stale: run \`npm run docs:procedures\``).toEqual(text.split('\n'));
  });

  test('shows every button and every lapse in use', () => {
    expect(unseen, 'no life uses these: add a scenario that does, then run `npm run docs:procedures`').toEqual([]);
  });
});

test('every released edition has a page with each of its steps in one chart', () => {
  const named = (edition: { readonly id: string; readonly edition: string }): string =>
    `${edition.id} ${edition.edition}`;
  expect(lives.map(({ procedure }) => named(procedure)).sort()).toEqual(procedures.map(named).sort());
  for (const procedure of procedures) {
    const charted = chaptersOf(procedure).flatMap(({ steps }) => steps);
    expect([...charted].sort()).toEqual(Object.keys(procedure.steps).sort());
  }
});
