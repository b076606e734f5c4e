import { afterAll, beforeAll, expect, test } from 'vitest';
import { Browser } from '../support/browser.ts';
import { enrol } from '../support/authenticator.ts';
import { startRunningService, type RunningService } from '../support/running-service.ts';
import { PASSWORD } from '../support/service-client.ts';
import { personOf } from '../support/trail.ts';

let running: RunningService;
beforeAll(async () => {
  running = await startRunningService();
});
afterAll(() => running.stop());

async function signedIn(user: string, password = PASSWORD): Promise<Browser> {
  const browser = new Browser(running.address);
  expect((await browser.signIn(user, password)).status).toBe(200);
  return browser;
}

/** What the bell of the post says of the account, the newest first. */
async function told(browser: Browser): Promise<readonly string[]> {
  const { rows } = (await browser.query('message.list')).data as {
    rows: readonly { readonly kind: string; readonly title?: { readonly zh: string } }[];
  };
  return rows.flatMap(({ kind, title }) => (kind === 'account' && title !== undefined ? [title.zh] : []));
}

test('whoever changes password or second factor finds it in the bell, where they sign in next too [ASVS v5.0.0-6.3.7]', async () => {
  const browser = await signedIn('mulan');
  const next = 'gnuTarn58-pewit';
  expect((await browser.mutate('session.changePassword', { present: PASSWORD, next })).status).toBe(200);
  expect(await told(await signedIn('mulan', next))).toEqual(['修改密码']);
  const { recoveryCodes } = await enrol(browser);
  expect(recoveryCodes).toHaveLength(10);
  await browser.mutate('session.renewRecoveryCodes');
  await browser.mutate('session.removeFactor');
  expect(await told(await signedIn('mulan', next))).toEqual([
    ...['移除双因素验证', '更新恢复码', '设置双因素验证', '修改密码'],
  ]);
});

test('in every post that they hold, and nobody else does [ASVS v5.0.0-6.3.7]', async () => {
  const administrator = await signedIn('admin');
  const reason = '忘记密码';
  const personId = personOf('mulan');
  const before = await told(administrator);
  const given = await administrator.mutate('organisation.renewPassword', { personId, reason });
  const { password } = given.data as { password: string };
  const { rows } = await running.database.pool.query(
    `SELECT count(*)::int AS told, (SELECT count(*)::int FROM post WHERE person_id = $1 AND until IS NULL) AS held
      FROM message m JOIN post o ON o.id = m.post_id WHERE o.person_id = $1 AND account_change = 'organisation.renewPassword'`,
    [personId],
  );
  expect(rows).toEqual([{ told: 1, held: 1 }]);
  expect(await told(administrator)).toEqual(before);
  expect(password.length).toBeGreaterThan(10);
});
