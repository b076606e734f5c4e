import { raiseAlarm, resolveAlarm } from '@lianban/db/alarm';
import { selectOne } from '@lianban/db/queryable';
import { fileApplication, RecordedCase } from '@lianban/db/testing/recorded-case';
import { rules } from '@lianban/domain/rules';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callers, type Caller, type Callers } from '../support/caller.ts';

let api: Callers;
let administrator: Caller;
beforeAll(async () => {
  api = await callers();
  administrator = await api.as('admin');
});
afterAll(() => api.close());

test('every row of the rule table is shown with its name, its source, and whether it is law', async () => {
  const shown = await administrator.admin.rules();
  expect(shown).toHaveLength(rules.length);
  expect(shown.filter(({ title }) => !/\p{Script=Han}/u.test(title.zh) || !/[A-Za-z]/.test(title.en))).toEqual([]);
  expect(shown.find(({ key, item }) => key === 'permit.intake' && item === null)).toMatchObject({
    ...{ title: { zh: '受理或告知' }, limit: { workingDays: 5 }, policy: 'DEEMED', mark: 'law' },
    basis: { zh: '行政许可法第三十二条第四项' },
  });
});

test('alarms name their case in words, open ones first, and stay when they are over', async () => {
  const { caseId } = await RecordedCase.open(api.pool);
  await raiseAlarm(api.pool, { kind: 'workflowRestarted', caseId, detail: { ailment: 'stuck' } });
  await resolveAlarm(api.pool, 'workflowRestarted', caseId);
  await raiseAlarm(api.pool, { kind: 'neverHeardOf', caseId: null, detail: {} });
  const { number } = await selectOne<{ number: string }>(api.pool, {
    text: 'SELECT number FROM case_file WHERE case_id = $1',
    values: [caseId],
  });
  const { alarms, openCases } = await administrator.admin.operations();
  expect(openCases).toBe(1);
  expect(alarms).toMatchObject([
    { kind: 'neverHeardOf', caseNumber: null, resolvedAt: null, what: { zh: '办理引擎异常（neverHeardOf）' } },
    { kind: 'workflowRestarted', caseNumber: number, resolvedAt: expect.any(String) as string },
  ]);
});

test('what has been received and is not yet recorded is counted', async () => {
  const before = (await administrator.admin.operations()).waitingSubmissions;
  await fileApplication(api.pool);
  expect((await administrator.admin.operations()).waitingSubmissions).toBe(before + 1);
});
