import { randomUUID } from 'node:crypto';
import { addDays, civilDateOf, instant } from '@lianban/domain/civil-date';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claim } from '../claim.ts';
import { select } from '../queryable.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { Involved } from '../testing/involving.ts';
import { actorOf, RecordedCase } from '../testing/recorded-case.ts';
import { verifyCase } from '../verify-chain.ts';
import { openSheet } from './open-sheet.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const [inspector, checker, legal, deputy] = [actorOf('INS'), actorOf('OFF'), actorOf('LEG'), actorOf('DL')];

/** A licence that is verified while the promised conditions are checked: two branches, each with an open duty of its own. */
async function inBranches(): Promise<RecordedCase> {
  const conditionsMetOn = addDays(civilDateOf(instant(Date.now())), 30);
  const commitment = { noticeVersion: '1', conditionsMetOn };
  const life = await RecordedCase.open(database.pool, { opening: { commitment } });
  for (const [step, outcome] of [
    ['intake', 'accept'],
    ['propose', 'proposeGrant'],
    ['decide', 'grant'],
    ['deliver', 'delivered'],
    ['proveConditions', 'submit'],
  ] as const)
    await life.answer(step, outcome);
  return life;
}

test('two branches are prepared, signed and answered at once, and neither deadline nor the other branch moves', async () => {
  const life = await inBranches();
  const dues = () =>
    select<{ key: string; role: string; state: string }>(database.pool, {
      text: `SELECT key, role, state, due_on, due_at, why FROM duty WHERE case_id = $1 AND step IN ('verify', 'checkConditions') ORDER BY key`,
      values: [life.caseId],
    });
  const before = await dues();
  expect(before.map(({ key, state }) => [key, state])).toEqual([
    ['conditions/checkConditions', 'open'],
    ['verification/verify', 'open'],
  ]);
  const [conditions, verification] = before.map(({ key, role }) => ({
    branch: new Involved(database.pool, life.caseId, key),
    by: role === 'INS' ? inspector : checker,
  }));
  if (conditions === undefined || verification === undefined) throw new Error('two branches expected');
  const outcomes = [
    [conditions, 'met'],
    [verification, 'conforms'],
  ] as const;
  for (const [{ branch, by }] of outcomes) await claim(database.pool, branch.reach(by));
  await Promise.all(
    outcomes.map(async ([{ branch, by }, outcome]) => {
      await branch.ask('assist', [legal], by);
      const posts = [legal.postId, deputy.postId];
      const sheet = {
        requestId: randomUUID(),
        rule: { kind: 'all' },
        outcome,
        opinion: '拟办',
        answer: null,
        posts,
        note: null,
      } as const;
      await openSheet(database.pool, branch.reach(by), sheet);
      for (const one of [legal, deputy]) await branch.say(one, 'agree');
    }),
  );
  expect(await dues()).toEqual(before);
  expect([await conditions.branch.sheetState(), await verification.branch.sheetState()]).toEqual(['agreed', 'agreed']);

  await life.answer('verify', 'conforms', { by: inspector });
  expect(await verification.branch.states()).toEqual(['ended', 'answered', 'answered']);
  expect(await conditions.branch.states()).toEqual(['open', 'answered', 'answered']);
  expect((await dues())[0]).toEqual(before[0]);
  await life.answer('checkConditions', 'met', { by: checker });
  expect(await conditions.branch.states()).toEqual(['ended', 'answered', 'answered']);
  expect(await verifyCase(database.pool, life.caseId)).toEqual([]);
});
