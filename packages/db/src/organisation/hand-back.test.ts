import { addDays, civilDateOf, instant } from '@lianban/domain/civil-date';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditOf, caseStream } from '../audit.ts';
import { claim } from '../claim.ts';
import { select } from '../queryable.ts';
import { ownership } from './ownership.ts';
import { proposalTaken } from '../testing/involving.ts';
import { noRequirements } from '../separation/requirements.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { admin, personOf } from '../testing/organising.ts';
import { actorOf, RecordedCase } from '../testing/recorded-case.ts';
import { verifyCase } from '../verify-chain.ts';
import { disableAccount } from './accounts.ts';
import { handBackEnded } from './hand-back.ts';
import { endPost, movePost } from './posts.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.drop());

const [zhoumin, tangyue] = [personOf('zhoumin'), personOf('tangyue')];
const today = civilDateOf(instant(Date.now()));
const reason = '调离';

/** A case whose proposal the officer has taken. */
async function taken(nth = 0): Promise<string> {
  const life = await RecordedCase.open(database.pool);
  await life.answer('intake', 'accept');
  await claim(database.pool, { caseId: life.caseId, duty: 'propose', by: actorOf('OFF', nth) });
  return life.caseId;
}

const holders = (): Promise<readonly { readonly caseId: string; readonly holder: string | null }[]> =>
  select(database.pool, {
    text: `SELECT case_id AS "caseId", claimed_by_person AS holder FROM duty WHERE step = 'propose' ORDER BY opened_at`,
  });
const lastAct = async (caseId: string) => (await auditOf(database.pool, caseStream(caseId))).at(-1);

describe('a duty that somebody has taken goes back to its pool in the same transaction', () => {
  test.each([
    [
      'when the post ends',
      () => endPost(database.pool, admin, { ...zhoumin, lastDay: null, reason, confirmed: false }),
    ],
    [
      'when the post moves to another unit',
      () => {
        const there = { unitId: 'cq-legal', role: 'LEG', from: today } as const;
        return movePost(database.pool, admin, { ...zhoumin, ...there, reason, confirmed: false });
      },
    ],
    [
      'when the account is disabled',
      () => disableAccount(database.pool, admin, { ...zhoumin, reason, confirmed: false }),
    ],
  ])('%s, with an entry in the trail that names who had it', async (_, act) => {
    const [mine, other] = [await taken(0), await taken(1)];
    expect(await act()).toMatchObject({ handedBack: 1 });
    expect(await holders()).toEqual([
      { caseId: mine, holder: null },
      { caseId: other, holder: tangyue.personId },
    ]);
    expect(await lastAct(mine)).toMatchObject({
      ...{ action: 'duty.handBack', person_id: admin.by.personId },
      detail: { duty: 'propose', from: { ...zhoumin, name: '周敏' } },
    });
    expect((await lastAct(other))?.action).toBe('duty.claim');
    expect(await verifyCase(database.pool, mine)).toEqual([]);
  });

  test('and nothing of it happens when the act is refused', async () => {
    const mine = await taken();
    const act = endPost(database.pool, admin, { ...zhoumin, lastDay: addDays(today, -3), reason, confirmed: false });
    await expect(act).rejects.toMatchObject({ code: 'DAYS_UNFIT' });
    expect(await holders()).toEqual([{ caseId: mine, holder: zhoumin.personId }]);
  });
});

test('a post that ends on a later day keeps what was taken until then, and no longer', async () => {
  const caseId = await taken();
  const lastDay = addDays(today, 3);
  expect(await endPost(database.pool, admin, { ...zhoumin, lastDay, reason, confirmed: false })).toMatchObject({
    handedBack: 0,
  });
  expect(await handBackEnded(database.pool, instant(Date.now()))).toBe(0);
  // The day has come: what the clock does to the post.
  await select(database.pool, {
    text: 'UPDATE post SET until = $2 WHERE id = $1',
    values: [zhoumin.postId, addDays(today, -1)],
  });
  expect(await handBackEnded(database.pool, instant(Date.now()))).toBe(1);
  expect(await holders()).toEqual([{ caseId, holder: null }]);
  expect(await lastAct(caseId)).toMatchObject({ action: 'duty.handBack', person_id: null });
});

test('whoever reaches for a duty while their account is being disabled does not keep it', async () => {
  const reaching: Promise<unknown>[] = [];
  const cases = await Promise.all([0, 1, 2, 3].map(() => RecordedCase.open(database.pool)));
  for (const life of cases) await life.answer('intake', 'accept');
  const disabling = disableAccount(database.pool, admin, { ...zhoumin, reason, confirmed: false });
  for (const { caseId } of cases) reaching.push(claim(database.pool, { caseId, duty: 'propose', by: actorOf('OFF') }));
  await Promise.allSettled([...reaching, disabling]);
  await disabling;
  expect((await holders()).filter(({ holder }) => holder !== null)).toEqual([]);
  const [{ caseId } = { caseId: '' }] = cases;
  const late = claim(database.pool, { caseId, duty: 'propose', by: actorOf('OFF') });
  await expect(late).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

describe('what somebody was asked about a duty', () => {
  const asked = async () => {
    const { involved } = await proposalTaken(database.pool);
    await involved.sheet('all', [actorOf('OFF', 1), actorOf('LEG')]);
    await involved.ask('assist', [actorOf('OFF', 1)]);
    return involved;
  };

  test('goes back to whoever holds the duty when they may not act any more, and bars the answer until another is asked', async () => {
    const involved = await asked();
    expect(await ownership(database.pool)).toMatchObject({ requests: 3, stranded: 0 });
    await disableAccount(database.pool, admin, { ...tangyue, reason, confirmed: false });
    expect(await involved.states()).toEqual(['vacant', 'open', 'vacant']);
    expect(await involved.toldTo('OFF')).toEqual(['vacant', 'vacant']);
    expect(await ownership(database.pool)).toMatchObject({ requests: 1, stranded: 0 });
    expect(
      (await auditOf(database.pool, caseStream(involved.caseId))).filter(({ action }) => action === 'duty.vacate'),
    ).toHaveLength(2);
    expect(await involved.sheetState()).toBe('waiting');
    expect(await verifyCase(database.pool, involved.caseId)).toEqual([]);
  });

  test('goes back when the post ends by its day', async () => {
    const involved = await asked();
    await select(database.pool, {
      text: 'UPDATE post SET until = $2 WHERE id = $1',
      values: [tangyue.postId, addDays(today, -1)],
    });
    expect(await ownership(database.pool)).toMatchObject({ requests: 3, stranded: 2 });
    await handBackEnded(database.pool, instant(Date.now()));
    expect(await involved.states()).toEqual(['vacant', 'open', 'vacant']);
  });

  test('stays with the duty when its holder goes, except an answer that nobody else gives for them', async () => {
    const { involved } = await proposalTaken(database.pool);
    await involved.ask('assist', [actorOf('OFF', 1)]);
    const answer = { form: {}, flow: {}, requirements: noRequirements };
    await involved.sheet('all', [actorOf('LEG')], { answer });
    await disableAccount(database.pool, admin, { ...zhoumin, reason, confirmed: false });
    expect(await involved.states()).toEqual(['open', 'takenBack']);
    expect(await involved.sheetState()).toBe('lifted');
  });
});
