import type { Locator, Page } from 'playwright-core';

/** What an act asks for, by the label of the field; several lines for a list. */
export type Entries = Readonly<Record<string, string | readonly string[]>>;

const desk = (page: Page): Locator => page.locator('section.desk').first();

async function fillIn(form: Locator, label: string, value: string | readonly string[]): Promise<void> {
  if (typeof value === 'string') return form.getByLabel(label).fill(value);
  const list = form.getByRole('group', { name: label });
  for (const [index, line] of value.entries()) {
    await list.getByRole('button', { name: '增加一条' }).click();
    await list.getByLabel(`${label}，第 ${index + 1} 条`).fill(line);
  }
}

/** Chooses one of the acts of the duty that is open before the reader, and fills in its form. */
export async function prepareAct(page: Page, act: string, entries: Entries = {}): Promise<Locator> {
  const form = desk(page).locator('form');
  const choice = desk(page).getByRole('group', { name: '选择办理方式' });
  await choice.or(form).first().waitFor();
  if ((await choice.count()) > 0) await choice.getByRole('button', { name: act, exact: true }).click();
  for (const [label, value] of Object.entries(entries)) await fillIn(form, label, value);
  return form.getByRole('button', { name: act, exact: true });
}

/** Does the act and waits until the console says that it is done. */
export async function doAct(page: Page, act: string, entries: Entries = {}): Promise<void> {
  await (await prepareAct(page, act, entries)).click();
  await page.getByRole('heading', { name: new RegExp(`^已办理：.*，${act}$`) }).waitFor();
}

/** Opens the page of a case by its address. */
export async function openCase(page: Page, caseId: string): Promise<void> {
  await page.goto(`/cases/${caseId}`);
  await page.locator('.case-columns').waitFor();
}

/** Shows another of the duties that are open at once. */
export async function turnTo(page: Page, step: string): Promise<void> {
  await page.getByRole('navigation', { name: '现在在办的步骤' }).getByRole('link', { name: step }).click();
  await desk(page).getByRole('heading', { name: step, exact: true }).waitFor();
}

/** The one line that says step, deadline and owner. */
export const standing = (page: Page): Locator => page.locator('.three-part-bar').first();
