import { randomUUID } from 'node:crypto';
import { civilDate } from '@lianban/domain/civil-date';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalJson } from '@lianban/domain/canonical-json';
import { discardDraft, draftById, draftsOf, saveDraft, type DraftToSave } from './drafts.ts';
import { itemOn, itemsOn } from './items.ts';
import { allRules } from './rules.ts';
import { items } from '@lianban/domain/items';
import { rules } from '@lianban/domain/rules';
import { seedReference } from './seed/reference.ts';
import { COSMETICS_ENTERPRISE } from './seed/people.ts';
import { selectOne } from './queryable.ts';
import { testDatabase, type TestDatabase } from './testing/database.ts';
import { actorOf, DRUGSTORE } from './testing/recorded-case.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const today = civilDate('2026-06-15');
const draft = (differing: Partial<DraftToSave> = {}): DraftToSave => ({
  ...{
    draftId: randomUUID(),
    enterpriseId: DRUGSTORE,
    personId: actorOf('APP', 1).personId,
    item: 'otc-retail',
    province: 'CQ',
  },
  ...{ content: { contact: '方少棠' }, expiresOn: civilDate('2026-07-15') },
  ...differing,
});

test('a draft is saved over and over, and keeps what it is for', async () => {
  const first = draft();
  await saveDraft(database.pool, first);
  await saveDraft(database.pool, {
    ...first,
    content: { contact: '张三' },
    item: 'other',
    expiresOn: civilDate('2099-01-01'),
  });
  const saved = await draftById(database.pool, first.draftId, { enterpriseId: DRUGSTORE, today });
  expect(saved).toMatchObject({ item: 'otc-retail', content: { contact: '张三' }, expiresOn: '2026-07-15' });
});

test('nobody reads, overwrites or throws away the draft of another enterprise', async () => {
  const mine = draft();
  await saveDraft(database.pool, mine);
  const theirs = { enterpriseId: COSMETICS_ENTERPRISE, today };
  await expect(saveDraft(database.pool, { ...mine, enterpriseId: COSMETICS_ENTERPRISE })).rejects.toMatchObject({
    code: 'NO_SUCH_DRAFT',
  });
  await expect(draftById(database.pool, mine.draftId, theirs)).rejects.toMatchObject({ code: 'NO_SUCH_DRAFT' });
  await discardDraft(database.pool, mine.draftId, COSMETICS_ENTERPRISE);
  expect((await draftsOf(database.pool, DRUGSTORE, today)).map(({ draftId }) => draftId)).toContain(mine.draftId);
  await discardDraft(database.pool, mine.draftId, DRUGSTORE);
  expect((await draftsOf(database.pool, DRUGSTORE, today)).map(({ draftId }) => draftId)).not.toContain(mine.draftId);
});

test('a draft is kept to its last day and no longer', async () => {
  const short = draft({ expiresOn: today });
  await saveDraft(database.pool, short);
  expect(await draftById(database.pool, short.draftId, { enterpriseId: DRUGSTORE, today })).toBeDefined();
  const tomorrow = { enterpriseId: DRUGSTORE, today: civilDate('2026-06-16') };
  await expect(draftById(database.pool, short.draftId, tomorrow)).rejects.toMatchObject({ code: 'NO_SUCH_DRAFT' });
});

test('items and rules come back as the domain states them', async () => {
  const order = (a: { code: string; province: string }, b: { code: string; province: string }): number =>
    `${a.code}${a.province}` < `${b.code}${b.province}` ? -1 : 1;
  expect([...(await itemsOn(database.pool, today))].sort(order)).toEqual([...items].sort(order));
  expect(await itemsOn(database.pool, civilDate('2020-01-01'))).toEqual([]);
  await expect(
    itemOn(database.pool, civilDate('2020-01-01'), { item: 'otc-retail', province: 'CQ' }),
  ).rejects.toMatchObject({ code: 'UNKNOWN_ITEM' });
  expect((await allRules(database.pool)).map(canonicalJson).sort()).toEqual(rules.map(canonicalJson).sort());
});

test('installing the reference data again changes nothing, the edition of the calendar included', async () => {
  const state = () =>
    selectOne(database.pool, {
      text: `SELECT (SELECT count(*) FROM rule) AS rules, (SELECT count(*) FROM item) AS items, (SELECT sum(edition) FROM calendar) AS editions, (SELECT count(*) FROM unit_duty) AS duties`,
    });
  const before = await state();
  await seedReference(database.pool);
  expect(await state()).toEqual(before);
});
