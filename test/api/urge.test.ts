import { randomUUID } from 'node:crypto';
import { sweepLadder } from '@lianban/db/ladder/sweep';
import { openDuty } from '@lianban/db/testing/open-duty';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { addDays, addHours, civilDateOf, instant } from '@lianban/domain/civil-date';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callers, refusal, type Caller, type Callers } from '../support/caller.ts';

let api: Callers;
let supervisor: Caller;
let officer: Caller;
let caseId: string;
const DUTY = 'propose';
const longAgo = addHours(instant(Date.now()), -24 * 60);
const tomorrow = addDays(civilDateOf(instant(Date.now())), 1);

beforeAll(async () => {
  api = await callers();
  [supervisor, officer] = [await api.as('yeqing'), await api.as('zhoumin')];
  caseId = (await RecordedCase.open(api.pool)).caseId;
  // A step of the procedure that has been late for weeks.
  await openDuty(api.pool, { caseId, key: DUTY, limit: { workingDays: 10 }, from: longAgo });
  await sweepLadder(api.pool);
});
afterAll(() => api.close());

const ask = (more: object = {}) => ({ caseId, duty: DUTY, requestId: randomUUID(), ...more });
/** Of a card; nothing of anything else. */
const rungOf = (row: Awaited<ReturnType<Caller['message']['list']>>['rows'][number] | undefined) =>
  row?.kind === 'case' ? row.card?.rung : undefined;
const overdue = async () => (await supervisor.supervise.overdue({})).rows.find(({ duty }) => duty === DUTY);

describe('what the sweep sent', () => {
  test('is in the messages of the post with step, card, deadline and owner', async () => {
    const { rows, unread } = await officer.message.list();
    expect(unread).toBe(rows.length);
    expect(rows[0]).toMatchObject({
      ...{ caseId, read: false, urge: null, done: false },
      ...{ card: { rung: 'red' }, deadline: { light: 'red' }, owner: { unit: { zh: '行政审批处' }, person: null } },
    });
    expect(rows.map(rungOf)).toContain('yellow');
    expect(rungOf(rows.at(-1))).toBe('reminder');
  });

  test('is the trail of an overdue step', async () => {
    const row = await overdue();
    expect(row?.trail.urgeAgainOn).toBeNull();
    const cards = row?.trail.cards ?? [];
    expect(cards.slice(0, 4).map(({ rung }) => rung)).toEqual(['reminder', 'yellow', 'orange', 'red']);
    expect(cards.map(({ on }) => on)).toEqual(cards.map(({ on }) => on).sort());
  });

  test('reaches the director-general', async () => {
    const { rows } = await (await api.as('gaolin')).message.list();
    expect(rows.map(rungOf)).toEqual(rows.map(() => 'red'));
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe('an urge', () => {
  test('by the supervisor is told to the officers with the reason, and shown in the trail and the inbox', async () => {
    const request = ask({ reason: ' 企业来电询问 ' });
    const urged = await supervisor.supervise.urge(request);
    expect(urged).toMatchObject({ told: 2 });
    expect(await supervisor.supervise.urge(request)).toEqual(urged);
    const { rows } = await officer.message.list();
    expect(rows[0]).toMatchObject({
      ...{ card: null, urge: { by: '叶青', reason: '企业来电询问', roleTitle: { zh: '效能监督岗' } } },
    });
    expect((await overdue())?.trail).toMatchObject({ urges: [{ by: '叶青' }], urgeAgainOn: tomorrow });
    const inbox = await officer.duty.inbox({ tab: 'pool' });
    expect(inbox.rows.find(({ duty }) => duty === DUTY)?.urged).toMatchObject({ times: 1 });
  });

  test('too many says from when it is possible again', async () => {
    const detail = { which: 'person', againOn: tomorrow };
    await expect(supervisor.supervise.urge(ask())).rejects.toMatchObject(refusal('URGED_ENOUGH', detail));
    expect(await (await api.as('qinli')).supervise.urge(ask())).toMatchObject({ told: 2 });
  });

  test('of a case of the other province finds nothing', async () => {
    const stranger = await api.as('sc-supervisor');
    await expect(stranger.supervise.urge(ask())).rejects.toMatchObject(refusal('NO_SUCH_DUTY'));
  });
});

test('messages are read one by one or all together, and only by the post they were told to', async () => {
  const { rows, unread } = await officer.message.list();
  const first = rows[0];
  await officer.message.read({ ids: [first?.id ?? ''] });
  expect((await officer.message.list()).unread).toBe(unread - 1);
  await (await api.as('tangyue')).message.read({ ids: rows.map(({ id }) => id) });
  expect((await officer.message.list()).unread).toBe(unread - 1);
  await officer.message.read({ upTo: first?.at ?? '' });
  const after = await officer.message.list();
  expect([after.unread, after.rows.every(({ read }) => read)]).toEqual([0, true]);
});
