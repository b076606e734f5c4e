import { addHours, civilDateOf, instant } from '@lianban/domain/civil-date';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callers, refusal, type Caller, type Callers } from '../support/caller.ts';

let api: Callers;
let supervisor: Caller;
const LATE_CASES = 3;
beforeAll(async () => {
  api = await callers();
  supervisor = await api.as('yeqing');
  const longAgo = addHours(instant(Date.now()), -24 * 40);
  for (let i = 0; i < LATE_CASES; i += 1) await RecordedCase.open(api.pool, { at: longAgo });
  await RecordedCase.open(api.pool);
  const taken = await RecordedCase.open(api.pool);
  await (await api.as('hejing')).duty.claim({ caseId: taken.caseId, duty: 'intake' });
});
afterAll(() => api.close());

describe('the overview', () => {
  test('counts the cases in hand and their duties by light', async () => {
    const { totals, units, today } = await supervisor.supervise.due();
    expect(today).toBe(civilDateOf(instant(Date.now())));
    expect(totals).toMatchObject({ open: LATE_CASES + 2, newToday: 2, red: LATE_CASES, green: 2, stopped: 0 });
    expect(units).toMatchObject([
      { unit: { zh: '行政审批服务中心' }, open: LATE_CASES + 2, red: LATE_CASES, green: 2 },
    ]);
  });

  test('lists what comes due next with who has it, and why where nobody has', async () => {
    const { soon } = await supervisor.supervise.due();
    expect(soon).toHaveLength(2);
    expect(soon.map(({ cause, owner }) => [cause?.zh ?? null, owner.person]).sort()).toEqual([
      [null, '何静'],
      ['无人认领', null],
    ]);
    expect(soon[0]).toMatchObject({ stepTitle: { zh: '收件受理' }, deadline: { light: 'green' } });
  });

  test('of the other province shows nothing of this one', async () => {
    const { totals, units, soon } = await (await api.as('sc-supervisor')).supervise.due();
    expect(totals).toMatchObject({ open: 0, red: 0, green: 0, newToday: 0 });
    expect({ units, soon }).toEqual({ units: [], soon: [] });
  });
});

describe('the list of overdue duties', () => {
  test('says what is late since when, whose it is, and why as far as the record shows', async () => {
    const { rows, next } = await supervisor.supervise.overdue({});
    expect(next).toBeNull();
    expect(rows).toHaveLength(LATE_CASES);
    for (const row of rows) {
      expect(row).toMatchObject({ cause: { zh: '无人认领' }, deadline: { light: 'red' }, owner: { person: null } });
      expect(row.deadline.workingDaysLeft).toBeLessThan(0);
    }
  });

  test('of the other province is empty, and a made-up place in it is refused', async () => {
    expect(await (await api.as('sc-supervisor')).supervise.overdue({})).toEqual({ rows: [], next: null });
    await expect(supervisor.supervise.overdue({ cursor: 'e30' })).rejects.toMatchObject(refusal('MALFORMED'));
  });
});
