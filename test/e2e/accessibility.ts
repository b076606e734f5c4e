import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const folder = join(import.meta.dirname, 'screenshots');

/** What the console promises its readers. */
const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Nothing on the page breaks WCAG 2.2 AA as far as a machine can tell; the page as it was is kept as a picture. */
export async function expectAccessible(page: Page, picture: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(STANDARD).analyze();
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${picture}.png`), fullPage: true });
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} at ${target.join(' ')}`),
  );
  expect(found, picture).toEqual([]);
}
