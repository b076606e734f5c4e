import type { Locator, Page } from 'playwright-core';

/** Shows the duties of one's post that nobody has claimed. */
export async function openPool(page: Page): Promise<void> {
  await page.goto('/inbox');
  await page.getByRole('tab', { name: /待认领/ }).click();
}

/** The row of a case in the list that is shown. */
export const rowOf = (page: Page, caseNumber: string): Locator => page.getByRole('row').filter({ hasText: caseNumber });
