import { caseState } from '@lianban/db/queries/case-state';
import { select } from '@lianban/db/queryable';
import { approved } from '@lianban/db/testing/revising';
import { verifyCase } from '@lianban/db/verify-chain';
import { addDays, civilDateOf, epochMs, instant, type Instant } from '@lianban/domain/civil-date';
import type { Limit } from '@lianban/domain/limit';
import { text } from '@lianban/domain/text';
import { openingOf } from '@lianban/workflows/testing/scenario';
import { informedCommitment } from '@lianban/workflows/procedures/informed-commitment/2023-12';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CarriedCase } from '../support/carried-case.ts';
import { startEngineStack, type EngineStack } from '../support/engine-stack.ts';
import { eventually } from '../support/eventually.ts';

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
  const { terms } = openingOf(informedCommitment, { item: 'otc-retail', receivedOn: today });
  const opening = { terms: { ...terms, [RULE]: { limit, ...source } } };
  const carried = await CarriedCase.open(stack, { opening }, { lapseSpreadMs });
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
    effectiveFrom,
    ...source,
  } as const;
  await approved(stack.database.pool, { kind: 'rule', running: 'favourable', rule });
}

const kindsIn = async ({ caseId }: CarriedCase): Promise<readonly string[]> =>
  (
    await select<{ kind: string }>(stack.database.pool, {
      text: 'SELECT kind FROM case_event WHERE case_id = $1 ORDER BY version',
      values: [caseId],
    })
  ).map(({ kind }) => kind);
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
  expect(await kindsIn(carried)).toEqual(['open', 'answer', 'redate']);
  await eventually('the supplement lapses at its new moment', async () => (await kindsIn(carried)).includes('lapse'));
  expect(Date.now()).toBeGreaterThanOrEqual(epochMs(after));
  expect(await kindsIn(carried)).toEqual(['open', 'answer', 'redate', 'lapse']);
  expect((await caseState(stack.database.pool, carried.caseId))?.state).toBe('closed');
  expect(await verifyCase(stack.database.pool, carried.caseId)).toEqual([]);
}, 60_000);

test.each([
  ['its timer has rung', 0],
  ['nothing has woken it yet', 3_600_000],
])(
  'an answer given after the old moment and before the new one is in time when %s',
  async (_what, spread) => {
    const carried = await askedForSupplement({ hours: 0.003 }, spread);
    const before = await dueOf(carried);
    await prolong({ hours: spread === 0 ? 5 : 6 }, spread === 0 ? 2 : 1);
    await passing(before);
    await carried.answer('supplement', 'submit');
    expect(await kindsIn(carried)).toEqual(['open', 'answer', 'redate', 'answer']);
  },
  60_000,
);
