import { join } from 'node:path';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';
import { root } from './source-files.ts';

const eslint = new ESLint({ cwd: root });

/** What the linter says about a file that consists of `text` and stands where an existing file stands. */
async function complaints(file: string, text: string): Promise<readonly string[]> {
  const results = await eslint.lintText(`${text}\n`, { filePath: join(root, file) });
  return results.flatMap(({ messages }) => messages).map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

const KERNEL = 'packages/workflows/src/kernel/kernel.ts';
const PROCEDURE = 'packages/workflows/src/procedures/registry.ts';
const DRIVER = 'packages/workflows/src/drivers/temporal.ts';
const DOMAIN = 'packages/domain/src/civil-date.ts';

/** What must not stand in replayed code, where it was planted, and a word of the complaint. */
const FORBIDDEN: readonly (readonly [what: string, file: string, text: string, word: string])[] = [
  [
    'an async validator',
    DRIVER,
    'declare const setHandler: (a: object) => void; setHandler({ validator: async () => { await f(); } });',
    'validator',
  ],
  ['a native clock', KERNEL, 'export const f = () => Temporal.Now.instant();', 'Temporal.Now'],
  ['a clock', KERNEL, 'export const f = () => Date.now();', 'instant from the input'],
  ['the present moment', DOMAIN, 'export const f = () => new Date();', 'instant from the input'],
  ['a local getter', DOMAIN, 'export const f = (d: Date) => d.getHours();', 'time zone'],
  ['a local getter in a driver', DRIVER, 'export const f = (d: Date) => d.getDate();', 'time zone'],
  ['a local constructor', KERNEL, 'export const f = () => new Date(2026, 1, 1);', 'time zone'],
  ['a locale', KERNEL, 'export const f = (n: number) => n.toLocaleString();', 'locale'],
  ['ICU data', DOMAIN, "export const f = new Intl.NumberFormat('zh-CN');", 'ICU'],
  ['the environment', DRIVER, "export const f = process.env['TZ'];", 'environment'],
  ['chance', KERNEL, 'export const f = () => Math.random();', 'Chance'],
  ['a timer outside a driver', KERNEL, 'export const f = () => void setTimeout(() => undefined, 1);', 'driver'],
  ['a Node module', KERNEL, "import { hostname } from 'node:os'; export const f = hostname();", 'no Node'],
  ['a caught word', PROCEDURE, 'export const f = (g: () => void) => { try { g(); } catch { return; } };', 'caught'],
  ['a combinator', PROCEDURE, 'export const f = (a: Promise<void>[]) => Promise.all(a);', 'inParallel'],
  ['a loop that waits for nothing', PROCEDURE, 'export const f = () => { for (;;); };', 'waiting word'],
  ['arithmetic', PROCEDURE, 'export const f = (days: number) => days - 1;', 'arithmetic'],
  ['addition', PROCEDURE, 'export const f = (days: number) => days + 1;', 'arithmetic'],
  ['a forgotten await', PROCEDURE, 'export const f = (g: () => Promise<void>) => { g(); };', 'no-floating-promises'],
];

test.each(FORBIDDEN)('the linter refuses %s', async (_what, file, text, word) => {
  expect((await complaints(file, text)).join('\n')).toContain(word);
});

test('the linter lets a sound procedure pass', async () => {
  const sound =
    "export const f = async (g: () => Promise<string>) => { for (;;) if ((await g()) === 'done') return 'a' + 'b'; };";
  expect(await complaints(PROCEDURE, sound)).toEqual([]);
});
