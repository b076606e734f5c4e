import type { Page } from 'playwright-core';

/** Opens an item of the catalogue and begins a draft for it by commitment. */
export async function begin(page: Page, item: string): Promise<void> {
  await page.goto('/apply');
  await page.getByRole('link', { name: `看看能不能办：${item}` }).click();
  await page.getByRole('button', { name: '以告知承诺申请' }).click();
  await page.getByRole('heading', { name: '1 企业' }).waitFor();
}

const onward = async (page: Page, heading: string): Promise<void> => {
  await page.getByRole('button', { name: '保存并继续' }).click();
  await page.getByRole('heading', { name: heading }).waitFor();
};

/** Fills in who applies, and goes on to the materials. */
export async function fillInEnterprise(page: Page, premises: string): Promise<void> {
  await page.getByLabel('联系电话', { exact: true }).fill('023-6000 0199');
  await page.getByLabel('生产（经营、服务）场所地址').fill(premises);
  await onward(page, '2 材料');
}

/** Ticks everything that is required, and goes on to the conditions. */
export async function provideMaterials(page: Page): Promise<void> {
  const required = page.locator('.wizard-material input[type=checkbox][aria-required=true]');
  for (const box of await required.all()) await box.check();
  await onward(page, '3 条件');
}

/** Says that all conditions are met, goes on to the commitment, signs it and goes on to the last step. */
export async function commit(page: Page): Promise<void> {
  await page.getByLabel('以上条件现在已全部具备').check();
  await onward(page, '4 承诺');
  await page.getByRole('button', { name: '签署承诺' }).click();
  await page.getByText('已由', { exact: false }).waitFor();
  await onward(page, '5 提交');
}

/** Submits, and gives the case number of the receipt. */
export async function submit(page: Page): Promise<string> {
  await page.getByRole('button', { name: '提交申请' }).click();
  const heading = page.getByRole('heading', { level: 1, name: /^申请已收到，案号/ });
  const [, number] = /案号 (.+)。/.exec(await heading.innerText()) ?? [];
  if (number === undefined) throw new Error('the receipt names no case');
  return number;
}
