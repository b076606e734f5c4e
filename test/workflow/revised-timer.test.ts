import { caseState } from '@lianban/db/queries/case-state';
import { select } from '@lianban/db/queryable';
import { approved } from '@lianban/db/testing/revising';
import { verifyCase } from '@lianban/db/verify-chain';
import { addDays, civilDateOf, epochMs, instant, type Instant } from '@lianban/domain/civil-date';
import type { Limit } from '@lianban/domain/limit';
import { text } from '@lianban/domain/text';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CarriedCase } from '../support/carried-case.ts';
import { startEngineStack, type EngineStack } from '../support/engine-stack.ts';
import { eventually } from '../support/eventually.ts';
import { limited } from '../support/limited.ts';

// Nothing signals workflows here: what they learn of a revision, they learn from the ledger when a timer wakes them.
let stack: EngineStack;
beforeAll(async () => {
  stack = await startEngineStack();
});
afterAll(() => stack.stop());

const today = civilDateOf(instant(Date.now()));
const RULE = 'permit.supplement.applicant';
const source = { mark: 'design', basis: text('测试', 'Test') } as const;

/** A case whose applicant has so long for the supplement, from now on, and whose workflow looks after the lapse within that time. */
async function askedForSupplement(limit: Limit, lapseSpreadMs: number): Promise<CarriedCase> {
  const carried = await CarriedCase.open(stack, limited(RULE, limit), { lapseSpreadMs });
  await carried.answer('intake', 'requestSupplement');
  return carried;
}

async function prolong(limit: Limit, daysAgo: number): Promise<void> {
  const effectiveFrom = addDays(today, -daysAgo);
  const rule = {
    key: RULE,
    province: 'CQ',
    item: 'otc-retail',
    limit,
    policy: 'LAPSE',
    starts: text('补正通知送达之日', 'service of the supplement notice'),
    notCounted: null,
    effectiveFrom,
    ...source,
  } as const;
  await approved(stack.database.pool, { kind: 'rule', running: 'favourable', rule });
}

const dueOf = async ({ caseId }: CarriedCase): Promise<Instant> => {
  const [duty] = await select<{ at: Instant }>(stack.database.pool, {
    text: `SELECT due_at AS at FROM duty WHERE case_id = $1 AND key = 'supplement'`,
    values: [caseId],
  });
  if (duty === undefined) throw new Error('no supplement was asked for');
  return duty.at;
};
const passing = (at: Instant): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, epochMs(at) - Date.now() + 2_000));

test('a timer that was set before a revision and rings after it changes nothing, and the one after it keeps the new moment', async () => {
  const carried = await askedForSupplement({ hours: 0.004 }, 0);
  const before = await dueOf(carried);
  await prolong({ hours: 0.008 }, 3);
  const after = await dueOf(carried);
  expect(epochMs(after) - epochMs(before)).toBe(0.004 * 3_600_000);
  await passing(before);
  expect(Date.now()).toBeLessThan(epochMs(after));
  expect(await carried.kinds()).toEqual(['open', 'answer', 'redate']);
  await eventually('the supplement lapses at its new moment', async () => (await carried.kinds()).includes('lapse'));
  expect(Date.now()).toBeGreaterThanOrEqual(epochMs(after));
  expect(await carried.kinds()).toEqual(['open', 'answer', 'redate', 'lapse']);
  expect((await caseState(stack.database.pool, carried.caseId))?.state).toBe('closed');
  expect(await verifyCase(stack.database.pool, carried.caseId)).toEqual([]);
}, 60_000);

test.each([
  { when: 'its timer has rung', spread: 0, hours: 5, daysAgo: 2 },
  { when: 'nothing has woken it yet', spread: 3_600_000, hours: 6, daysAgo: 1 },
])(
  'an answer given after the old moment and before the new one is in time when $when',
  async ({ spread, hours, daysAgo }) => {
    const carried = await askedForSupplement({ hours: 0.003 }, spread);
    const before = await dueOf(carried);
    await prolong({ hours }, daysAgo);
    await passing(before);
    await carried.answer('supplement', 'submit');
    expect(await carried.kinds()).toEqual(['open', 'answer', 'redate', 'answer']);
  },
  60_000,
);
