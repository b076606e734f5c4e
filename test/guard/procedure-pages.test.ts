import { DISCONTINUED } from '@lianban/workflows/kernel/kernel';
import { procedures } from '@lianban/workflows/procedures/registry';
import { describe, expect, test } from 'vitest';
import { lives } from '../support/lives.ts';
import { chaptersOf } from '../support/procedure-page/chapters.ts';
import { editionPages, pageIndex } from '../support/procedure-page/pages.ts';
import { filesUnder, textOf } from './source-files.ts';

const pages = await editionPages();
const stale = (path: string): string => `${path} is stale: run \`npm run docs:procedures\``;

describe.each(pages)('the page $path', ({ path, text, drawnPath, drawn, unseen }) => {
  test('says what the catalogue, the scenarios and the played lives say', () => {
    // Split, so that a difference shows the lines and not the whole page.
    expect(textOf(path).split('\n'), stale(path)).toEqual(text.split('\n'));
  });

  test('is drawn in the console as it was seen', () => {
    expect(JSON.parse(textOf(drawnPath)), stale(drawnPath)).toEqual(drawn);
  });

  test('shows every button and every lapse in use', () => {
    expect(unseen, 'no life uses these: add a scenario that does, then run `npm run docs:procedures`').toEqual([]);
  });

  test('has a box for every step and every ending, in both languages', () => {
    const { steps, endings } =
      procedures.find(({ id, edition }) => id === drawn.procedure && edition === drawn.edition) ?? expect.fail();
    for (const language of ['zh', 'en'] as const) {
      const boxes = drawn.chapters.flatMap((chapter) => chapter[language].boxes);
      const drawnSteps = boxes.flatMap(({ kind, step }) => (kind === 'duty' || kind === 'right' ? [step] : []));
      expect(drawnSteps.sort()).toEqual(Object.keys(steps).sort());
      const ended = new Set(boxes.flatMap(({ kind, id }) => (kind === 'ending' ? [id] : [])));
      expect([...ended].sort()).toEqual(
        Object.keys(endings)
          .filter((ending) => ending !== DISCONTINUED) // no step leads there; the table of endings says what does
          .map((ending) => `end_${ending}`)
          .sort(),
      );
    }
  });

  test('keeps every box and every label of an arrow inside its chart, and no two boxes on one place', () => {
    for (const { zh, en } of drawn.chapters)
      for (const { width, height, boxes, arrows } of [zh, en]) {
        const outside = boxes.filter(
          (box) => box.x - box.width / 2 < 0 || box.x + box.width / 2 > width || box.y + box.height / 2 > height,
        );
        expect(outside).toEqual([]);
        expect(
          arrows.filter(({ x, y, lines }) => lines.length > 0 && (x <= 0 || x >= width || y <= 0 || y >= height)),
        ).toEqual([]);
        const overlapping = boxes.flatMap((one, at) =>
          boxes
            .slice(at + 1)
            .filter(
              (other) =>
                Math.abs(one.x - other.x) * 2 < one.width + other.width &&
                Math.abs(one.y - other.y) * 2 < one.height + other.height,
            ),
        );
        expect(overlapping).toEqual([]);
      }
  });
});

test('the list of pages names every edition', () => {
  const { path, text } = pageIndex();
  expect(textOf(path).split('\n'), stale(path)).toEqual(text.split('\n'));
});

test('no page is left of an edition that is not registered', () => {
  const written = filesUnder('docs/procedures', '.md').filter((path) => !path.endsWith('README.md'));
  expect(written).toEqual(pages.map(({ path }) => path).sort());
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
