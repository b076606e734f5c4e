import { addDays, civilDateOf, instant } from '@lianban/domain/civil-date';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { claim } from '../claim.ts';
import { select, selectOne } from '../queryable.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { admin, personOf } from '../testing/organising.ts';
import { actorOf, RecordedCase } from '../testing/recorded-case.ts';
import { carryOut } from './carry-out.ts';
import { endUnit } from './end-unit.ts';
import { endPost } from './posts.ts';
import { givePost } from './people.ts';
import { addUnit, assignRole, renameUnit, succeedUnit } from './units.ts';
import { unownedOn } from './unowned.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.drop());

const reason = '机构改革';
const today = civilDateOf(instant(Date.now()));
const [yesterday, tomorrow] = [addDays(today, -1), addDays(today, 1)];
const names = { nameZh: '许可注册处', nameEn: 'Registration section', phone: null };

const newUnit = async (): Promise<string> =>
  (await addUnit(database.pool, admin, { ...names, parentId: null, since: today })).unitId;

async function accepted(): Promise<RecordedCase> {
  const life = await RecordedCase.open(database.pool);
  await life.answer('intake', 'accept');
  return life;
}

const postsOf = (personId: string) =>
  select<{ unitId: string; role: string; since: string; until: string | null }>(database.pool, {
    text: `SELECT unit_id AS "unitId", role, since, until FROM post WHERE person_id = $1 AND role = 'OFF' ORDER BY since`,
    values: [personId],
  });
const openPlaces = () =>
  select<{ unitId: string; holder: string | null }>(database.pool, {
    text: `SELECT DISTINCT unit_id AS "unitId", claimed_by_person AS holder FROM duty WHERE step IN ('propose', 'decide') AND state = 'open'`,
  });
const dutiesOf = (role: string) =>
  select<{ unitId: string }>(database.pool, {
    text: `SELECT unit_id AS "unitId" FROM unit_duty WHERE role = $1 AND province = 'CQ'`,
    values: [role],
  });

test('a succession moves posts, open duties and the duties of roles; who had taken a duty keeps it', async () => {
  const { caseId } = await accepted();
  await claim(database.pool, { caseId, duty: 'propose', by: actorOf('OFF') });
  const successorId = await newUnit();
  const moved = await succeedUnit(database.pool, admin, { unitId: 'cq-permits', successorId, from: today, reason });
  expect(moved).toEqual({ posts: 4, duties: 1 });
  const { personId } = personOf('zhoumin');
  expect(await openPlaces()).toEqual([{ unitId: successorId, holder: personId }]);
  expect(await postsOf(personId)).toEqual([
    { unitId: 'cq-permits', role: 'OFF', since: '2024-01-01', until: yesterday },
    { unitId: successorId, role: 'OFF', since: today, until: null },
  ]);
  expect(await dutiesOf('OFF')).toEqual([{ unitId: successorId }]);
  await carryOut(database.pool);
  expect(await openPlaces()).toEqual([{ unitId: successorId, holder: personId }]);
  expect(await unownedOn(database.pool, today)).toEqual([]);
});

test('a succession from a later day moves nothing before that day, and everything on it', async () => {
  const { caseId } = await accepted();
  await claim(database.pool, { caseId, duty: 'propose', by: actorOf('OFF') });
  const successorId = await newUnit();
  const later = { unitId: 'cq-permits', successorId, from: tomorrow, reason };
  expect(await succeedUnit(database.pool, admin, later)).toEqual({ posts: 4, duties: 0 });
  await carryOut(database.pool);
  const { personId } = personOf('zhoumin');
  expect(await openPlaces()).toEqual([{ unitId: 'cq-permits', holder: personId }]);
  // The day has come: what the clock does to unit and posts.
  await database.pool.query(`UPDATE unit SET until = until - 1 WHERE id = 'cq-permits'`);
  await database.pool.query(`UPDATE post SET until = until - 1 WHERE unit_id = 'cq-permits'`);
  await database.pool.query('UPDATE post SET since = since - 1 WHERE unit_id = $1', [successorId]);
  await carryOut(database.pool);
  expect(await openPlaces()).toEqual([{ unitId: successorId, holder: personId }]);
});

test('a turn that is committed while a succession goes on opens no duty in the unit that ends', async () => {
  const lives = await Promise.all([0, 1, 2, 3].map(() => RecordedCase.open(database.pool)));
  const successorId = await newUnit();
  const succession = succeedUnit(database.pool, admin, { unitId: 'cq-permits', successorId, from: today, reason });
  await Promise.all([succession, ...lives.map((life) => life.answer('intake', 'accept'))]);
  expect(await openPlaces()).toEqual([{ unitId: successorId, holder: null }]);
});

test('duties of a role that open from now on go to the unit it is assigned to; open ones stay', async () => {
  await accepted();
  const unitId = await newUnit();
  await assignRole(database.pool, admin, { unitId, role: 'OFF', item: null });
  expect(await openPlaces()).toEqual([{ unitId: 'cq-permits', holder: null }]);
  await accepted();
  expect((await openPlaces()).map((place) => place.unitId).sort()).toEqual([unitId, 'cq-permits'].sort());
  expect(await unownedOn(database.pool, today)).toMatchObject([{ unitId, role: 'OFF', duties: 1, because: 'nobody' }]);
});

test('units are refused that do not fit: of the other province, themselves, ended, in the past', async () => {
  const successorId = await newUnit();
  const succeed = (change: object) =>
    succeedUnit(database.pool, admin, { unitId: 'cq-permits', successorId, from: today, reason, ...change });
  await expect(succeed({ unitId: 'sc-permits' })).rejects.toMatchObject({ code: 'NO_SUCH_UNIT' });
  await expect(succeed({ successorId: 'sc-permits' })).rejects.toMatchObject({ code: 'NO_SUCH_UNIT' });
  await expect(succeed({ successorId: 'cq-permits' })).rejects.toMatchObject({ code: 'PLACE_UNFIT' });
  await expect(succeed({ from: yesterday })).rejects.toMatchObject({ code: 'DAYS_UNFIT' });
  await succeed({});
  await expect(succeed({})).rejects.toMatchObject({ code: 'NO_SUCH_UNIT' });
  const same = renameUnit(database.pool, admin, { unitId: successorId, ...names, reason });
  await expect(same).rejects.toMatchObject({ code: 'NOTHING_TO_CHANGE' });
});

describe('a unit that nothing takes the place of', () => {
  const end = (unitId: string) => endUnit(database.pool, admin, { unitId, reason });
  const holds = (held: object) => ({ code: 'UNIT_HOLDS', detail: expect.objectContaining(held) as object });

  test('ends at once when it has nothing any more', async () => {
    const unitId = await newUnit();
    await end(unitId);
    const unit = await selectOne<{ until: string; successor: string | null }>(database.pool, {
      text: 'SELECT until, successor_id AS successor FROM unit WHERE id = $1',
      values: [unitId],
    });
    expect(unit).toEqual({ until: yesterday, successor: null });
    await expect(end(unitId)).rejects.toMatchObject({ code: 'NO_SUCH_UNIT' });
  });

  test('does not end while a duty is open there, and does when that is in other hands', async () => {
    await accepted();
    const unitId = await newUnit();
    await select(database.pool, { text: `UPDATE duty SET unit_id = $1 WHERE step = 'propose'`, values: [unitId] });
    await expect(end(unitId)).rejects.toMatchObject(holds({ duties: 1, roles: 0, posts: 0, units: 0 }));
    await select(database.pool, { text: `UPDATE duty SET unit_id = 'cq-permits' WHERE step = 'propose'` });
    await end(unitId);
    expect(await unownedOn(database.pool, today)).toEqual([]);
  });

  test('does not end while duties of a role would open there, a unit is part of it or somebody has a post in it', async () => {
    await expect(end('cq-permits')).rejects.toMatchObject(holds({ roles: 2, posts: 4 }));
    const [above, manned] = [await newUnit(), await newUnit()];
    await addUnit(database.pool, admin, { ...names, parentId: above, since: tomorrow });
    await expect(end(above)).rejects.toMatchObject(holds({ units: 1, posts: 0 }));
    const place = { kind: 'unit', role: 'OFF', unitId: manned } as const;
    const { personId } = personOf('zhoumin');
    const { postId } = await givePost(database.pool, admin, {
      personId,
      grant: { place, since: tomorrow, until: null },
    });
    await expect(end(manned)).rejects.toMatchObject(holds({ posts: 1 }));
    await endPost(database.pool, admin, { postId, lastDay: null, reason, confirmed: false });
    await end(manned);
  });

  test('does not end in the midst of a turn that opens a duty there', async () => {
    const life = await RecordedCase.open(database.pool);
    const unitId = await newUnit();
    await assignRole(database.pool, admin, { unitId, role: 'OFF', item: null });
    const [ended] = await Promise.allSettled([end(unitId), life.answer('intake', 'accept')]);
    expect(ended).toMatchObject({ status: 'rejected', reason: { code: 'UNIT_HOLDS' } });
  });

  test('is given no role, no post and no part any more [ASVS v5.0.0-8.2.2]', async () => {
    const unitId = await newUnit();
    await end(unitId);
    const role = assignRole(database.pool, admin, { unitId, role: 'OFF', item: null });
    await expect(role).rejects.toMatchObject({ code: 'NO_SUCH_UNIT' });
    const part = addUnit(database.pool, admin, { ...names, parentId: unitId, since: today });
    await expect(part).rejects.toMatchObject({ code: 'NO_SUCH_UNIT' });
    const grant = { place: { kind: 'unit', role: 'OFF', unitId }, since: today, until: null } as const;
    const post = givePost(database.pool, admin, { ...personOf('zhoumin'), grant });
    await expect(post).rejects.toMatchObject({ code: 'NO_SUCH_UNIT' });
  });

  test('that is to be succeeded takes on no role meanwhile', async () => {
    const [unitId, successorId] = [await newUnit(), await newUnit()];
    await succeedUnit(database.pool, admin, { unitId, successorId, from: tomorrow, reason });
    const role = assignRole(database.pool, admin, { unitId, role: 'OFF', item: null });
    await expect(role).rejects.toMatchObject({ code: 'PLACE_UNFIT' });
    await expect(end(unitId)).rejects.toMatchObject({ code: 'DAYS_UNFIT' });
  });
});
