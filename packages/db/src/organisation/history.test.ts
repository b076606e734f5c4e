import { civilDateOf, instant } from '@lianban/domain/civil-date';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { auditOf, caseStream } from '../audit.ts';
import { caseRecord } from '../queries/case-page.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { admin, personOf } from '../testing/organising.ts';
import { actorOf, RecordedCase } from '../testing/recorded-case.ts';
import { verifyCase } from '../verify-chain.ts';
import { renamePerson } from './people.ts';
import { endPost } from './posts.ts';
import { addUnit, renameUnit, succeedUnit } from './units.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.drop());

const reason = '机构改革';
const today = civilDateOf(instant(Date.now()));
const asSupervisor = {
  personId: actorOf('SUP').personId,
  role: 'SUP',
  province: 'CQ',
  unitIds: ['cq-performance'],
  enterpriseId: null,
} as const;
const clerk = personOf('hejing');

/** A case that the clerk has accepted and nobody has proposed anything in. */
async function accepted(): Promise<RecordedCase> {
  const life = await RecordedCase.open(database.pool);
  await life.answer('intake', 'accept');
  return life;
}

async function asShown(caseId: string) {
  const record = await caseRecord(database.pool, caseId, asSupervisor);
  if (record === null) throw new Error('no such case');
  const event = record.events.find(({ step }) => step === 'intake');
  return { who: event?.who, places: Object.fromEntries(record.duties.map(({ step, place }) => [step, place.zh])) };
}

test('an old case shows person, post and unit as they were when they acted, whatever they are called since', async () => {
  const { caseId } = await accepted();
  const before = await asShown(caseId);
  expect(before.who).toMatchObject({ name: '何静', role: 'WIN', place: { zh: '行政审批服务中心' } });
  const trail = await auditOf(database.pool, caseStream(caseId));
  const names = { nameZh: '政务服务窗口', nameEn: 'Service administration', phone: null };
  await renameUnit(database.pool, admin, { unitId: 'cq-service-centre', ...names, reason });
  await renamePerson(database.pool, admin, { ...clerk, name: '何靖', reason });
  await endPost(database.pool, admin, { ...clerk, lastDay: null, reason, confirmed: true });
  expect(await asShown(caseId)).toEqual(before);
  expect(await auditOf(database.pool, caseStream(caseId))).toEqual(trail);
  expect(await verifyCase(database.pool, caseId)).toEqual([]);
});

test('what is open shows the unit as it is called now, and keeps that name once it is over', async () => {
  const life = await accepted();
  const rename = (nameZh: string, nameEn: string) =>
    renameUnit(database.pool, admin, { unitId: 'cq-permits', nameZh, nameEn, phone: null, reason });
  await rename('许可注册处', 'Registration section');
  expect((await asShown(life.caseId)).places['propose']).toBe('许可注册处');
  await life.answer('propose', 'proposeGrant');
  await rename('许可注册二处', 'Registration section 2');
  expect((await asShown(life.caseId)).places['propose']).toBe('许可注册处');
});

test("after a succession what is open is the successor's, and what was done stays under the old name", async () => {
  const life = await accepted();
  const unit = { nameZh: '许可注册处', nameEn: 'Registration section', phone: null, parentId: null, since: today };
  const { unitId: successorId } = await addUnit(database.pool, admin, unit);
  await life.answer('propose', 'proposeGrant');
  const second = await accepted();
  await succeedUnit(database.pool, admin, { unitId: 'cq-permits', successorId, from: today, reason });
  expect((await asShown(life.caseId)).places['propose']).toBe('行政审批处');
  expect((await asShown(second.caseId)).places['propose']).toBe('许可注册处');
});
