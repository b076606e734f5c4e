import type { Page } from 'playwright-core';
import { PASSWORD } from '../../support/service-client.ts';

/** Fills in account and password and sends them. */
export async function sendPassword(page: Page, user: string): Promise<void> {
  await page.getByLabel('账号', { exact: true }).fill(user);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** Fills in the sign-in page and waits until it has been left. */
export async function signInOn(page: Page, user: string): Promise<void> {
  await sendPassword(page, user);
  await page.waitForURL((url) => !['/', '/sign-in'].includes(url.pathname));
}
