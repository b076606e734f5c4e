import type { Locator, Page } from 'playwright-core';

/** What a row of a table says, by the label of the column. */
export type RowEntries = Readonly<Record<string, string>>;

/** Writes into the field of that label, or chooses the option of that name, whichever it is. */
async function enter(page: Page, scope: Locator, [label, value]: readonly [string, string]): Promise<void> {
  const item = scope.locator('.ant-form-item').filter({ has: page.locator('label', { hasText: label }) });
  const option = item.getByRole('radio', { name: value, exact: true });
  const written = item.getByRole('textbox');
  await option.or(written).first().waitFor();
  if ((await option.count()) > 0) await option.check();
  else await written.fill(value);
}

/** Adds the rows to the table of that label; rows that stand there empty are filled first. */
export async function fillRows(page: Page, label: string, rows: readonly RowEntries[]): Promise<void> {
  const table = page.getByRole('group', { name: label, exact: true });
  await table.waitFor();
  for (const [at, row] of rows.entries()) {
    const line = table.getByRole('group', { name: `${label}，第 ${at + 1} 条`, exact: true });
    if ((await line.count()) === 0) await table.getByRole('button', { name: '增加一条' }).click();
    for (const entry of Object.entries(row)) await enter(page, line, entry);
  }
}

/** Chooses from a list: of a few all are shown, of many one opens it. */
export async function choose(page: Page, label: string, option?: string): Promise<void> {
  const item = page.locator('.ant-form-item').filter({ has: page.locator('label', { hasText: label }) });
  const few = item.getByRole('radio');
  const many = item.getByRole('combobox');
  await few.or(many).first().waitFor();
  const named = option === undefined ? {} : { hasText: option };
  if ((await few.count()) > 0) {
    await (option === undefined ? few.first() : item.getByRole('radio', { name: option })).check();
    return;
  }
  await many.click();
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter(named).first().click();
}
