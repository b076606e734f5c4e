import { basename, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { filesUnder, root, textOf } from './source-files.ts';

interface Words {
  readonly [key: string]: string | Words;
}

const TESTS = /\.test\.tsx?$|\/src\/testing\//;
const LOCALES = 'apps/web/src/locales';
const features = (language: string): readonly string[] =>
  filesUnder(`${LOCALES}/${language}`, '.ts').map((path) => basename(path));

function flat(words: Words, prefix = ''): readonly (readonly [key: string, text: string])[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value] as const] : flat(value, `${prefix}${key}.`),
  );
}

async function wordsOf(language: string): Promise<ReadonlyMap<string, string>> {
  const files = await Promise.all(
    features(language).map(async (file) => {
      const loaded = (await import(join(root, LOCALES, language, file))) as { readonly default: Words };
      return flat(loaded.default, `${file.replace('.ts', '')}:`);
    }),
  );
  return new Map(files.flat());
}

let chinese: ReadonlyMap<string, string>;
let english: ReadonlyMap<string, string>;

beforeAll(async () => {
  chinese = await wordsOf('zh-CN');
  english = await wordsOf('en');
});

test('both languages have words for every feature', () => {
  expect(features('en')).toEqual(features('zh-CN'));
  expect(chinese.size).toBeGreaterThan(100);
});

test('every Chinese text has its English one', () => {
  expect([...chinese.keys()].filter((key) => !english.has(key))).toEqual([]);
});

test('every English text has its Chinese one; only the singular of a counted text stands alone', () => {
  const alone = [...english.keys()].filter((key) => !chinese.has(key) && !chinese.has(key.replace(/_one$/, '_other')));
  expect(alone).toEqual([]);
});

test('no text is empty', () => {
  const empty = [chinese, english].flatMap((words) => [...words].filter(([, text]) => text.trim() === ''));
  expect(empty).toEqual([]);
});

test('both languages fill in the same values', () => {
  const values = (text: string): string =>
    [...text.matchAll(/\{\{\s*(\w+)/g)]
      .map(([, name]) => name)
      .sort()
      .join(' ');
  const unequal = [...chinese]
    .filter(([key, text]) => values(text) !== values(english.get(key) ?? ''))
    .map(([key]) => key);
  expect(unequal).toEqual([]);
});

/** How a date is written is code in each language, not a phrase. */
const DATES = 'apps/web/src/elements/dates.ts';

test('no component carries a text of its own', () => {
  const withoutComments = (code: string): string => code.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '');
  const own = filesUnder('apps/web/src')
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith(LOCALES) && path !== DATES && !TESTS.test(path))
    .filter((path) => /\p{Script=Han}/u.test(withoutComments(textOf(path))));
  expect(own).toEqual([]);
});
