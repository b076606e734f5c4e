import { randomUUID } from 'node:crypto';
import { civilDateOf, instant } from '@lianban/domain/civil-date';
import { lightOf, workingDaysLeft } from '@lianban/domain/light';
import { text } from '@lianban/domain/text';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { raiseAlarm, resolveAlarm } from '../alarm.ts';
import { calendarOf } from '../calendar.ts';
import { claim } from '../claim.ts';
import { select } from '../queryable.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { actorOf, DRUGSTORE, RecordedCase } from '../testing/recorded-case.ts';
import { caseList } from './case-list.ts';
import { caseRecord } from './case-page.ts';
import { daysUsed } from './days-used.ts';
import { horizonOf } from './horizon.ts';
import { operations } from './operations.ts';
import type { Scope } from './scope.ts';
import { superviseDue, superviseOverdue } from './supervise.ts';
import { tracking } from './tracking.ts';

let database: TestDatabase;
let life: RecordedCase;
beforeAll(async () => {
  database = await testDatabase();
  life = await RecordedCase.open(database.pool);
  await life.answer('intake', 'requestSupplement');
  await life.answer('supplement', 'submit');
  await life.answer('intake', 'accept');
});
afterAll(() => database.drop());

const officer: Scope = {
  personId: actorOf('OFF').personId,
  role: 'OFF',
  province: 'CQ',
  unitIds: ['cq-permits'],
  enterpriseId: null,
};
const drugstore: Scope = {
  personId: actorOf('APP', 1).personId,
  role: 'APP',
  province: 'CQ',
  unitIds: [],
  enterpriseId: DRUGSTORE,
};

describe('the page of a case', () => {
  test('holds everything on it', async () => {
    const record = await caseRecord(database.pool, life.caseId, officer);
    expect(record?.head).toMatchObject({
      procedure: 'informed-commitment',
      enterprise: '重庆万和安大药房有限公司',
      state: 'open',
      version: 4,
      form: { contact: '方少棠' },
    });
    expect(record?.head.opening.terms['permit.intake']).toBeDefined();
    expect(
      record?.duties.filter(({ state, kind }) => state === 'open' && kind === 'duty').map(({ step }) => step),
    ).toEqual(['propose']);
    expect(record?.events.map(({ kind, step, outcome }) => ({ kind, step, outcome }))).toEqual([
      { kind: 'open', step: null, outcome: null },
      { kind: 'answer', step: 'intake', outcome: 'requestSupplement' },
      { kind: 'answer', step: 'supplement', outcome: 'submit' },
      { kind: 'answer', step: 'intake', outcome: 'accept' },
    ]);
    expect(record?.events[1]?.who).toMatchObject({ name: '何静', role: 'WIN', place: { zh: '行政审批服务中心' } });
    expect(record?.events[1]?.form).toEqual({ opinion: '同意' });
    expect(record?.clocks).toMatchObject([{ name: 'decision', rule: 'permit.decide', stoppedOn: null, spans: [] }]);
    expect(record?.documents.map(({ type }) => type)).toContain('acceptanceNotice');
    expect(record?.head.acceptanceNumber).toBe(
      record?.documents.find(({ type }) => type === 'acceptanceNotice')?.number,
    );
  });

  test('shows the spans of a clock that stands still', async () => {
    const other = await RecordedCase.open(database.pool);
    for (const [step, outcome] of [
      ['intake', 'accept'],
      ['propose', 'proposeGrant'],
      ['decide', 'grant'],
      ['deliver', 'delivered'],
      ['verify', 'falseCommitment'],
      ['proposeNotice', 'propose'],
      ['giveNotice', 'give'],
    ] as const) {
      await other.answer(step, outcome);
    }
    const record = await caseRecord(database.pool, other.caseId, officer);
    const [clock] = record?.clocks.filter(({ name }) => name === 'revocation') ?? [];
    expect(clock).toMatchObject({ dueOn: null, spans: [{ to: null, kind: 'excluded', reason: 'representations' }] });
    expect(record?.licence).toMatchObject({ state: 'valid' });
  });

  test('is kept from those who may not see it', async () => {
    for (const scope of [
      { ...officer, province: 'SC' as const },
      { ...drugstore, enterpriseId: randomUUID() },
    ]) {
      expect(await caseRecord(database.pool, life.caseId, scope)).toBeNull();
    }
    expect(await caseRecord(database.pool, life.caseId, drugstore)).not.toBeNull();
    expect(await caseRecord(database.pool, randomUUID(), officer)).toBeNull();
  });

  test('shows an open alarm until it is resolved, one per kind', async () => {
    const alarm = { kind: 'stuck', caseId: life.caseId, detail: { attempts: 1 } };
    await raiseAlarm(database.pool, alarm);
    await raiseAlarm(database.pool, { ...alarm, detail: { attempts: 2 } });
    expect((await caseRecord(database.pool, life.caseId, officer))?.alarms).toMatchObject([{ kind: 'stuck' }]);
    expect((await operations(database.pool, 'CQ')).alarms).toMatchObject([
      { kind: 'stuck', detail: { attempts: 2 }, resolvedAt: null },
    ]);
    expect(await operations(database.pool, 'SC')).toMatchObject({ alarms: [], openCases: 0 });
    await resolveAlarm(database.pool, 'stuck', life.caseId);
    expect((await caseRecord(database.pool, life.caseId, officer))?.alarms).toEqual([]);
  });
});

describe('the list of cases', () => {
  test('pages through all of them once, the latest change first', async () => {
    await Promise.all(Array.from({ length: 7 }, () => RecordedCase.open(database.pool)));
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await caseList(database.pool, {
        scope: officer,
        state: 'all',
        limit: 3,
        ...(cursor === undefined ? {} : { cursor }),
      });
      seen.push(...page.rows.map(({ caseId }) => caseId));
      cursor = page.next;
    }
    const all = await select<{ case_id: string }>(database.pool, {
      text: 'SELECT case_id FROM case_file ORDER BY updated_at DESC, case_id DESC',
    });
    expect(seen).toEqual(all.map(({ case_id: caseId }) => caseId));
  });

  test.each(['万和', '何静', '告承'])('finds by number, enterprise and person: %s', async (search) => {
    const { rows } = await caseList(database.pool, { scope: officer, state: 'open', search, limit: 50 });
    expect(rows.map(({ caseId }) => caseId)).toContain(life.caseId);
    expect(rows.find(({ caseId }) => caseId === life.caseId)?.steps).toMatchObject([
      { step: 'propose', unitId: 'cq-permits' },
    ]);
  });

  test('shows nobody the files of the other province', async () => {
    expect(
      (await caseList(database.pool, { scope: { ...officer, province: 'SC' }, state: 'all', limit: 50 })).rows,
    ).toEqual([]);
  });
});

describe('tracking', () => {
  test('answers to either number with the end of the credit code, and to nothing else', async () => {
    const record = await caseRecord(database.pool, life.caseId, officer);
    const acceptance = record?.head.acceptanceNumber ?? '';
    const found = await tracking(database.pool, acceptance, 'xc24');
    expect(found).toMatchObject({
      caseId: life.caseId,
      windowPhone: '023-6000 0101',
      steps: [{ step: 'propose' }],
      state: 'open',
    });
    expect(found?.passed.map(({ step }) => step)).toEqual(['intake', 'supplement', 'intake']);
    expect(await tracking(database.pool, record?.head.number ?? '', 'XC24')).toMatchObject({ caseId: life.caseId });
    for (const lastFour of ['XC25', '', '%', '4'])
      expect(await tracking(database.pool, acceptance, lastFour)).toBeNull();
  });
});

describe('supervision', () => {
  test('counts each light as the domain judges it', async () => {
    const calendar = await calendarOf(database.pool, 'CQ');
    for (const days of [-4, -1, 0, 1, 2, 3, 5, 12]) {
      const now = instant(Date.now() - days * 86_400_000);
      const horizon = horizonOf(now, calendar);
      const { totals, units } = await superviseDue(database.pool, 'CQ', horizon);
      const open = await select<{ due_on: string | null; due_at: string | null; why: unknown }>(database.pool, {
        text: `SELECT due_on, due_at, why FROM duty WHERE state = 'open' AND kind = 'duty' AND unit_id IS NOT NULL`,
      });
      const lights = open.map(({ due_on: on }) =>
        lightOf(workingDaysLeft(on as ReturnType<typeof civilDateOf> | null, civilDateOf(now), calendar)),
      );
      const count = (light: string): number => lights.filter((shown) => shown === light).length;
      const stopped = open.filter(({ due_at: at, why }) => at === null && why !== null).length;
      expect(totals).toMatchObject({
        open: open.length,
        green: count('green'),
        yellow: count('yellow'),
        orange: count('orange'),
        red: count('red'),
        stopped,
      });
      expect(units.reduce((sum, { open: held }) => sum + held, 0)).toBe(open.length);
    }
  });

  test('names the cause of what is late and pages through all of it once', async () => {
    const late = await RecordedCase.open(database.pool, { at: instant('2026-03-02T02:00:00Z') });
    await claim(database.pool, { caseId: life.caseId, duty: 'propose', by: actorOf('OFF') });
    const calendar = await calendarOf(database.pool, 'CQ');
    const horizon = horizonOf(instant(Date.now() + 30 * 86_400_000), calendar);
    const seen: { caseId: string; duty: string; cause: string }[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await superviseOverdue(database.pool, {
        province: 'CQ',
        horizon,
        limit: 2,
        ...(cursor === undefined ? {} : { cursor }),
      });
      seen.push(...page.rows.map(({ caseId, duty, cause }) => ({ caseId, duty, cause })));
      cursor = page.next;
    }
    expect(seen[0]).toEqual({ caseId: late.caseId, duty: 'intake', cause: 'unclaimed' });
    expect(seen).toContainEqual({ caseId: life.caseId, duty: 'propose', cause: 'inHand' });
    expect(new Set(seen.map(({ caseId, duty }) => `${caseId}/${duty}`)).size).toBe(seen.length);
  });
});

test('days are counted once per side and per unit, and several may have had the ball on the same day', async () => {
  const calendar = await calendarOf(database.pool, 'CQ');
  const at = (day: string) => instant(`${day}T02:00:00Z`);
  const held = (unitId: string | null, from: string, to: string | null) => ({
    ...{ role: unitId === null ? ('APP' as const) : ('OFF' as const), kind: 'duty' as const },
    ...{ unitId, place: text(unitId ?? '企业', unitId ?? 'enterprise') },
    ...{ openedAt: at(from), settledAt: to === null ? null : at(to) },
  });
  const intervals = [
    held('window', '2026-06-01', '2026-06-05'),
    held('permits', '2026-06-03', '2026-06-08'),
    held('window', '2026-06-04', '2026-06-05'),
    held(null, '2026-06-04', null),
  ];
  expect(daysUsed(intervals, civilDateOf(at('2026-06-10')), calendar)).toEqual({
    ...{ agency: 5, enterprise: 4 },
    units: [
      { unit: text('window', 'window'), days: 4 },
      { unit: text('permits', 'permits'), days: 3 },
    ],
  });
});
