import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible } from './accessibility.ts';

/** Shows the console in the dark from now on. */
export async function darken(page: Page): Promise<void> {
  await page.evaluate(() => localStorage.setItem('lianban.appearance', 'dark'));
  await page.reload();
  await page.locator('html[data-theme=dark]').waitFor();
}

/** Of the open dialog: what is typed into has the ground of the page, and nothing breaks what the console promises its readers. */
export async function expectReadableInTheDark(page: Page, picture: string): Promise<void> {
  const fields = await page.evaluate(() => {
    const groundOf = (element: Element): string => getComputedStyle(element).backgroundColor;
    const typed = "textarea, select, input:not([type='checkbox'], [type='radio'], [type='file'])";
    return [...document.querySelectorAll(`dialog[open] :is(${typed})`)].map(
      (field) =>
        `${field.tagName.toLowerCase()} ${groundOf(field) === groundOf(document.body) ? 'page' : groundOf(field)}`,
    );
  });
  expect(
    fields.filter((field) => !field.endsWith(' page')),
    picture,
  ).toEqual([]);
  expect(fields.length, `${picture}: fields`).toBeGreaterThan(0);
  await expectAccessible(page, picture);
}
