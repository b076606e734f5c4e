import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditOf } from './audit.ts';
import { claim, release } from './claim.ts';
import { select } from './queryable.ts';
import { testDatabase, type TestDatabase } from './testing/database.ts';
import { actorOf, RecordedCase } from './testing/recorded-case.ts';
import { verifyCase } from './verify-chain.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

test('of two officers who reach for a duty at once one gets it, and the other is told who', async () => {
  const { caseId, ...life } = await acceptedCase();
  const results = await Promise.allSettled(
    [0, 1].map((nth) => claim(database.pool, { caseId, duty: 'propose', by: actorOf('OFF', nth) })),
  );
  const lost = results.filter((result) => result.status === 'rejected');
  expect(lost).toHaveLength(1);
  expect(lost[0]?.reason).toMatchObject({
    code: 'CLAIMED_BY_OTHER',
    detail: { holder: expect.stringMatching(/周敏|唐越/) as string },
  });
  expect(life).toBeDefined();
});

test('taking what one holds changes nothing; giving it back returns it to the pool', async () => {
  const { caseId } = await acceptedCase();
  const reach = { caseId, duty: 'propose', by: actorOf('OFF') };
  await claim(database.pool, reach);
  await claim(database.pool, reach);
  await expect(release(database.pool, { ...reach, by: actorOf('OFF', 1) })).rejects.toMatchObject({
    code: 'NOT_CLAIMED',
  });
  await release(database.pool, reach);
  await expect(release(database.pool, reach)).rejects.toMatchObject({ code: 'NOT_CLAIMED' });
  const acts = (await auditOf(database.pool, `case:${caseId}`)).map(({ action }) => action);
  expect(acts).toEqual(['case.open', 'case.answer', 'duty.claim', 'duty.release']);
});

test('a settled duty and one that never was are told apart', async () => {
  const { caseId } = await acceptedCase();
  const by = actorOf('WIN');
  await expect(claim(database.pool, { caseId, duty: 'intake', by })).rejects.toMatchObject({
    code: 'STALE_DUTY',
    detail: { settledAs: 'accept' },
  });
  await expect(claim(database.pool, { caseId, duty: 'nothing', by })).rejects.toMatchObject({ code: 'NO_SUCH_DUTY' });
});

test('claims that race with turns leave one unbroken chain of the audit', async () => {
  const life = await acceptedCase();
  const reach = { caseId: life.caseId, duty: 'propose', by: actorOf('OFF') };
  const claims = Array.from({ length: 8 }, () => claim(database.pool, reach).then(() => release(database.pool, reach)));
  await Promise.allSettled([...claims, life.answer('propose', 'proposeGrant')]);
  expect(await verifyCase(database.pool, life.caseId)).toEqual([]);
  const rows = await select<{ state: string }>(database.pool, {
    text: `SELECT state FROM duty WHERE case_id = $1 AND key = 'propose'`,
    values: [life.caseId],
  });
  expect(rows).toEqual([{ state: 'settled' }]);
});

async function acceptedCase(): Promise<RecordedCase> {
  const life = await RecordedCase.open(database.pool);
  await life.answer('intake', 'accept');
  return life;
}
