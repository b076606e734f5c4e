import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { House } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

/** A page of the console in which violations are what the test is about. */
async function openPage(): Promise<Page> {
  const page = await (await house.window({ mayViolate: true })).newPage();
  await page.goto('/sign-in');
  await page.locator('form').waitFor();
  return page;
}

const nonceOf = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '');

/** What becomes of a script that somebody got into the page: whether it ran. */
const runs = (page: Page, html: string): Promise<boolean> =>
  page.evaluate(async (injected) => {
    Reflect.deleteProperty(globalThis, 'hasRun');
    document.body.insertAdjacentHTML('beforeend', `<div id="injected">${injected}</div>`);
    for (const script of document.querySelectorAll('#injected script')) {
      const alive = document.createElement('script'); // as a parser would have made it
      for (const { name, value } of script.attributes) alive.setAttribute(name, value);
      alive.textContent = script.textContent;
      script.replaceWith(alive);
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    document.querySelector('#injected')?.remove();
    return Reflect.has(globalThis, 'hasRun');
  }, html);

test('every answer brings a nonce of its own, which no script can read from the page [ASVS v5.0.0-3.4.3]', async () => {
  const page = await openPage();
  const first = await nonceOf(page);
  await page.reload();
  const second = await nonceOf(page);
  expect(first).toMatch(/^[\w+/]{22}==$/);
  expect(second).toMatch(/^[\w+/]{22}==$/);
  expect(second).not.toBe(first);
  expect(await page.locator('meta[property="csp-nonce"]').getAttribute('nonce')).toBe('');
});

test.each([
  ['an inline script', '<script>globalThis.hasRun = true</script>'],
  ['an inline script with another nonce', '<script nonce="AAAAAAAAAAAAAAAAAAAAAA==">globalThis.hasRun = true</script>'],
  ['an event handler', '<img src="/none.svg" onerror="globalThis.hasRun = true">'],
  ['a script of another site', '<script src="data:text/javascript,globalThis.hasRun=true"></script>'],
])('%s that got into the page does not run [ASVS v5.0.0-3.4.3]', async (_, html) => {
  expect(await runs(await openPage(), html)).toBe(false);
});

test('a style that got into the page is not applied [ASVS v5.0.0-3.4.3]', async () => {
  const page = await openPage();
  const display = await page.evaluate(() => {
    document.head.insertAdjacentHTML('beforeend', '<style>body { display: none }</style>');
    return getComputedStyle(document.body).display;
  });
  expect(display).not.toBe('none');
});

test('the page is shown in no frame, not even in one of its own [ASVS v5.0.0-3.4.6]', async () => {
  const page = await openPage();
  const shown = await page.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.src = '/track';
    document.body.append(frame);
    await new Promise((resolve) => setTimeout(resolve, 500));
    return frame.contentDocument?.querySelector('#root') !== null && frame.contentDocument !== null;
  });
  expect(shown).toBe(false);
});
