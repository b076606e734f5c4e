import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { items } from './items.ts';
import { quantities } from './quantities.ts';
import { rules } from './rules.ts';

const WHAT_TO_DO = `
These rows are installed where the system runs, and cases were opened on them.
- A changed limit or source: give the old row an effectiveTo and add a row with the new effectiveFrom.
- A changed item: the same, as a new edition of the item.
- A corrected word, or a new row: once that is reviewed, write the snapshot again with
  npx vitest run -u --root packages/domain released
and say in the commit why.`;

/** Lists of numbers stand in one line: a difference is easier to see, and Prettier leaves them alone. */
const numbersInOneLine = (_key: string, value: unknown): unknown =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'number') ? value.join(', ') : value;

describe('what is first installed', () => {
  test.each([
    ['rules', rules],
    ['items', items],
    ['quantities', quantities],
  ] as const)('stays as it was released: %s', async (name, rows) => {
    const file = join(import.meta.dirname, 'released', `${name}.json`);
    await expect(`${JSON.stringify(rows, numbersInOneLine, 2)}\n`).toMatchFileSnapshot(file, WHAT_TO_DO);
  });
});
