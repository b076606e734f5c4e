import { personStream } from '@lianban/db/audit';
import { select } from '@lianban/db/queryable';
import { RecordedCase } from '@lianban/db/testing/recorded-case';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Browser } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { startRunningService, type RunningService } from '../support/running-service.ts';
import { listen } from '../support/listener.ts';
import { PASSWORD, signIn } from '../support/service-client.ts';
import { personOf } from '../support/trail.ts';

let running: RunningService;
beforeAll(async () => {
  running = await startRunningService();
});
afterAll(() => running.stop());

const browser = (): Browser => new Browser(running.address);
async function signedIn(user: string): Promise<Browser> {
  const one = browser();
  expect((await one.signIn(user, PASSWORD)).status).toBe(200);
  return one;
}

interface Told {
  readonly action: string;
  readonly province: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The rows of a person with that action, once there are so many. */
const rowsOf = (user: string, action: string, count = 1): Promise<readonly Told[]> =>
  eventually(`${count} × ${action} of ${user}`, async () => {
    const rows = await select<Told>(running.database.pool, {
      text: 'SELECT action, province, detail FROM audit WHERE stream = $1 AND action = $2 ORDER BY position',
      values: [personStream(personOf(user)), action],
    });
    return rows.length >= count && rows;
  });

describe('the trail tells', () => {
  test('of every way into an account and out of it, and of its password [ASVS v5.0.0-16.3.1] [ASVS v5.0.0-16.2.1]', async () => {
    await browser().signIn('zhoumin', 'a wrong guess');
    const [here, there, third] = [await signedIn('zhoumin'), await signedIn('zhoumin'), await signedIn('zhoumin')];
    await here.mutate('session.usePost', { postId: await otherPostOf('zhoumin') });
    await third.mutate('session.signOut');
    expect((await here.mutate('session.revoke', { sessionId: null })).data).toEqual({ ended: 1 });
    expect((await there.query('session.list')).code).toBe('NOT_SIGNED_IN');
    await here.mutate('session.changePassword', { present: 'wrong', next: 'gnuTarn58-pewit' });
    await here.mutate('session.changePassword', { present: PASSWORD, next: 'gnuTarn58-pewit' });
    expect(await rowsOf('zhoumin', 'session.signIn', 3)).toMatchObject([
      { province: 'CQ', detail: { address: '127.0.0.1' } },
      { province: 'CQ' },
      { province: 'CQ' },
    ]);
    for (const action of ['session.usePost', 'session.signOut', 'session.revoke', 'password.change'])
      expect(await rowsOf('zhoumin', action)).toMatchObject([{ action, province: 'CQ' }]);
    const failed = await eventually('both failures', async () => {
      const rows = await rowsOf('zhoumin', 'session.refused');
      return rows.reduce((sum, { detail }) => sum + Number(detail['failed']), 0) >= 2 && rows;
    });
    expect(failed[0]).toMatchObject({
      province: 'CQ',
      detail: { addresses: { '127.0.0.1': expect.any(Number) as number } },
    });
    expect(await rowsOf('zhoumin', 'access.refused')).toMatchObject([
      { detail: { route: 'session.changePassword', rule: 'WRONG_PASSWORD', subject: {} } },
    ]);
    const everything = JSON.stringify(await select(running.database.pool, { text: 'SELECT * FROM audit' }));
    for (const secret of [PASSWORD, 'gnuTarn58-pewit', 'a wrong guess']) expect(everything).not.toContain(secret);
  });

  test('of a browser that has to change its password first and asks for something else [ASVS v5.0.0-16.3.2]', async () => {
    await running.database.pool.query(`UPDATE credential SET must_change = true WHERE user_name = 'hejing'`);
    const window = await signedIn('hejing');
    expect((await window.query('duty.inbox?input=%7B%22tab%22%3A%22pool%22%7D')).code).toBe('PASSWORD_CHANGE_REQUIRED');
    expect(await rowsOf('hejing', 'access.refused')).toMatchObject([
      { detail: { route: 'duty.inbox', rule: 'PASSWORD_CHANGE_REQUIRED' } },
    ]);
  });

  test('of each call of a batch once, and of who listens to what is not theirs [ASVS v5.0.0-16.3.2]', async () => {
    const { caseId } = await RecordedCase.open(running.database.pool);
    const sichuan = await signIn(running.address, 'sc-officer');
    const input = encodeURIComponent(JSON.stringify({ 0: { caseId }, 1: { caseId }, 2: { caseId } }));
    const response = await fetch(`${running.address}/trpc/case.page,case.timeline,case.page?batch=1&input=${input}`, {
      headers: { cookie: sichuan.cookie },
    });
    expect(await response.json()).toHaveLength(3);
    const listener = listen(running.address, sichuan.cookie, caseId);
    await listener.open;
    const rows = await rowsOf('sc-officer', 'access.refused', 3);
    listener.stop();
    const told = rows.map(({ detail }) => [detail['route'], detail['times'] ?? 1]);
    expect(told.filter(([route]) => route !== 'case.page').sort()).toEqual([
      ['case.timeline', 1],
      ['live.events', 1],
    ]);
    expect(rows.map(({ detail }) => detail['subject'])).toEqual(
      expect.arrayContaining([{ caseId }, { watch: caseId }]),
    );
  });
});

async function otherPostOf(user: string): Promise<string> {
  const [, other] = await select<{ id: string }>(running.database.pool, {
    text: 'SELECT id FROM post WHERE person_id = $1 ORDER BY since, id',
    values: [personOf(user)],
  });
  return other?.id ?? '';
}
