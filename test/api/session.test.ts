import { auditOf, personStream } from '@lianban/db/audit';
import { select } from '@lianban/db/queryable';
import { people } from '@lianban/db/seed/people';
import { endOverSessions } from '@lianban/db/sign-in/sessions';
import type { Instant } from '@lianban/domain/civil-date';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Browser } from '../support/browser.ts';
import { startRunningService, type RunningService } from '../support/running-service.ts';
import { PASSWORD } from '../support/service-client.ts';

let running: RunningService;
beforeAll(async () => {
  running = await startRunningService();
});
afterAll(() => running.stop());

interface Listed {
  readonly id: string;
  readonly isThis: boolean;
  readonly address: string;
  readonly browser: string | null;
}

async function signedIn(user: string): Promise<Browser> {
  const browser = new Browser(running.address);
  expect((await browser.signIn(user, PASSWORD)).status).toBe(200);
  return browser;
}

const sessionsOf = async (browser: Browser): Promise<readonly Listed[]> =>
  (await browser.query('session.list')).data as readonly Listed[]; // the view of the route
const isSignedIn = async (browser: Browser): Promise<boolean> => (await browser.query('session.me')).data !== null;
const personOf = (user: string): string => people.find((person) => person.user === user)?.id ?? '';
const set = (user: string, columns: string): Promise<unknown> =>
  running.database.pool.query(`UPDATE session SET ${columns} WHERE person_id = $1`, [personOf(user)]);

/** What the audit says of the sessions of that person that ended. */
async function endingsOf(user: string): Promise<readonly (readonly [action: string, reason: unknown])[]> {
  const rows = await auditOf(running.database.pool, personStream(personOf(user)));
  return rows
    .filter(({ action }) => ['session.signOut', 'session.revoke', 'session.end'].includes(action))
    .map(({ action, detail }) => [action, detail['reason']]);
}

async function seenAt(user: string): Promise<Instant | undefined> {
  const text = 'SELECT seen_at AS at FROM session WHERE person_id = $1';
  return (await select<{ at: Instant }>(running.database.pool, { text, values: [personOf(user)] }))[0]?.at;
}

describe('one’s own sessions', () => {
  test('are listed with this one marked, and those of nobody else [ASVS v5.0.0-7.5.2]', async () => {
    const [here, there] = [await signedIn('hejing'), await signedIn('hejing')];
    await signedIn('zhoumin');
    const listed = await sessionsOf(here);
    expect(listed.map(({ isThis }) => isThis).sort()).toEqual([false, true]);
    expect(listed[0]).toMatchObject({
      address: '127.0.0.1',
      browser: 'Chrome · Linux',
      role: { zh: expect.any(String) as string },
    });
    expect(JSON.stringify(listed)).not.toContain(there.cookies.get('lianban'));
    await here.mutate('session.revoke', { sessionId: null });
  });

  test('are ended at once by whoever holds them, live events too [ASVS v5.0.0-7.4.1] [ASVS v5.0.0-7.5.2]', async () => {
    const [here, there] = [await signedIn('tangyue'), await signedIn('tangyue')];
    const live = await there.events();
    const other = (await sessionsOf(here)).find(({ isThis }) => !isThis)?.id;
    expect((await here.mutate('session.revoke', { sessionId: other ?? '' })).data).toEqual({ ended: 1 });
    expect(await live.ended).toContain('NOT_SIGNED_IN');
    expect(await isSignedIn(there)).toBe(false);
    expect((await there.query('session.list')).code).toBe('NOT_SIGNED_IN');
    expect(await isSignedIn(here)).toBe(true);
    expect(await endingsOf('tangyue')).toEqual([['session.revoke', undefined]]);
  });

  test('all others end together, this one stays [ASVS v5.0.0-7.5.2]', async () => {
    const [here, second, third] = [await signedIn('shenmu'), await signedIn('shenmu'), await signedIn('shenmu')];
    expect((await here.mutate('session.revoke', { sessionId: null })).data).toEqual({ ended: 2 });
    expect(await Promise.all([here, second, third].map(isSignedIn))).toEqual([true, false, false]);
  });

  test('are out of reach of everybody else, who is not told that they exist [ASVS v5.0.0-8.2.2]', async () => {
    const [victim, stranger] = [await signedIn('guolan'), await signedIn('mulan')];
    const theirs = (await sessionsOf(victim))[0]?.id ?? '';
    const unknown = '00000000-0000-4000-8000-000000000000';
    const refusals = await Promise.all(
      [theirs, unknown].map((sessionId) => stranger.mutate('session.revoke', { sessionId })),
    );
    expect(refusals.map(({ status, code, detail }) => [status, code, detail])).toEqual([
      [404, 'NO_SUCH_SESSION', {}],
      [404, 'NO_SUCH_SESSION', {}],
    ]);
    expect(await isSignedIn(victim)).toBe(true);
  });
});

describe('a session ends', () => {
  test('when it has not been used for too long [ASVS v5.0.0-7.3.1]', async () => {
    const browser = await signedIn('baiyang');
    await set('baiyang', `seen_at = now() - (idle_minutes - 1) * interval '1 minute'`);
    expect(await isSignedIn(browser)).toBe(true);
    await set('baiyang', `seen_at = now() - idle_minutes * interval '1 minute'`);
    expect(await isSignedIn(browser)).toBe(false);
    await endOverSessions(running.database.pool);
    expect(await endingsOf('baiyang')).toEqual([['session.end', 'idle']]);
  });

  test('after its longest time, however much it is used [ASVS v5.0.0-7.3.2]', async () => {
    const browser = await signedIn('jianghe');
    await set('jianghe', 'expires_at = now()');
    expect(await isSignedIn(browser)).toBe(false);
    await endOverSessions(running.database.pool);
    expect(await endingsOf('jianghe')).toEqual([['session.end', 'expired']]);
  });

  test('with the last post of its person, and its live events with it [ASVS v5.0.0-7.4.2]', async () => {
    const browser = await signedIn('luwen');
    const live = await browser.events();
    await running.database.pool.query(`UPDATE post SET until = since WHERE person_id = $1`, [personOf('luwen')]);
    expect(await isSignedIn(browser)).toBe(false);
    await endOverSessions(running.database.pool);
    expect(await live.ended).toContain('NOT_SIGNED_IN');
    expect(await endingsOf('luwen')).toEqual([['session.end', 'noPost']]);
    expect((await new Browser(running.address).signIn('luwen', PASSWORD)).code).toBe('WRONG_CREDENTIALS');
  });

  test('when its browser signs in anew, so that a token from before is worth nothing [ASVS v5.0.0-7.2.4]', async () => {
    const browser = await signedIn('xiezhi');
    const before = browser.twin();
    await browser.signIn('xiezhi', PASSWORD);
    expect(browser.cookies.get('lianban')).not.toBe(before.cookies.get('lianban'));
    expect(await Promise.all([before, browser].map(isSignedIn))).toEqual([false, true]);
  });

  test('with the sign-out, live events of other tabs too [ASVS v5.0.0-7.4.1]', async () => {
    const browser = await signedIn('gaolin');
    const [tab, live] = [browser.twin(), await browser.events()];
    expect((await browser.mutate('session.signOut')).status).toBe(200);
    expect(await live.ended).toContain('NOT_SIGNED_IN');
    expect(await isSignedIn(tab)).toBe(false);
    expect(await endingsOf('gaolin')).toEqual([['session.signOut', undefined]]);
  });
});

describe('use of a session', () => {
  const earlier = (user: string): Promise<unknown> => set(user, `seen_at = now() - interval '5 minutes'`);

  test('is kept once a minute, not with every request', async () => {
    const browser = await signedIn('sc-deputy');
    await earlier('sc-deputy');
    await browser.query('session.me');
    const first = await seenAt('sc-deputy');
    expect(Date.parse(first ?? '')).toBeGreaterThan(Date.now() - 60_000);
    await browser.query('session.me');
    expect(await seenAt('sc-deputy')).toBe(first);
  });

  test('is what people do, not a page that is merely open [ASVS v5.0.0-7.3.1]', async () => {
    const browser = await signedIn('lushan');
    await earlier('lushan');
    const before = await seenAt('lushan');
    await browser.query('session.me', { 'lianban-unattended': '1' });
    await browser.events();
    expect(await seenAt('lushan')).toBe(before);
  });
});
