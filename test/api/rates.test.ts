import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { limits, perMinute } from '@lianban/api/http/limits';
import { afterEach, describe, expect, test } from 'vitest';
import { Browser, hasAddresses, type Answered } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { listen } from '../support/listener.ts';
import { rawRequest, sendRaw } from '../support/raw-http.ts';
import { startRunningService, type RunningService } from '../support/running-service.ts';
import { PASSWORD } from '../support/service-client.ts';

let running: RunningService;
afterEach(() => running.stop());

const start = async (
  settings: { readonly rates?: number; readonly proxies?: readonly string[] } = {},
): Promise<void> => {
  running = await startRunningService(null, (direct) => direct, settings);
};
const many = <T>(count: number, ask: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: count }, ask));
const refused = (answers: readonly Answered[]): readonly Answered[] => answers.filter(({ status }) => status === 429);

async function signedIn(user: string, address?: string): Promise<Browser> {
  const browser = new Browser(running.address, address);
  expect((await browser.signIn(user, PASSWORD)).status).toBe(200);
  return browser;
}

/** The refusal says what was counted and for how long, as HTTP says it too. */
function expectWait(answer: Answered | undefined, per: string): void {
  expect(answer).toMatchObject({ code: 'TOO_MANY_ATTEMPTS', detail: { per } });
  const seconds = Number(answer?.detail['seconds']);
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(120);
  expect(answer?.retryAfter).toBe(String(seconds));
}

const nothing = randomUUID();
const readNothing = (browser: Browser): Promise<Answered> => browser.mutate('message.read', { ids: [nothing] });

describe('an account', () => {
  const { change, read } = perMinute.account;

  test('changes as much as people can, and is then told when it may go on, wherever it is [ASVS v5.0.0-2.4.1]', async () => {
    await start();
    const [office, home] = [await signedIn('hejing', '127.0.0.1'), await signedIn('hejing', '127.0.0.2')];
    const colleague = await signedIn('zhoumin', '127.0.0.1');
    const answers = await many(change / 2 + 10, () => Promise.all([readNothing(office), readNothing(home)]));
    expect(refused(answers.flat())).toHaveLength(20);
    expectWait(refused(answers.flat())[0], 'account');
    expect((await readNothing(colleague)).status).toBe(200);
    expect((await office.query('session.me')).status).toBe(200);
  });

  test('reads more, and is then told when it may go on [ASVS v5.0.0-2.4.1]', { timeout: 60_000 }, async () => {
    await start();
    const browser = await signedIn('hejing');
    const answers: Answered[] = [];
    for (let part = 0; part < 10; part += 1)
      answers.push(...(await many(read / 10 + 1, () => browser.query('session.me'))));
    expect(refused(answers).length).toBeGreaterThanOrEqual(10);
    expectWait(refused(answers)[0], 'account');
  });

  test('gains nothing by batches: every call in one counts [ASVS v5.0.0-2.4.1]', async () => {
    await start();
    const browser = await signedIn('hejing');
    const calls = limits.callsInBatch;
    const route = `${Array.from({ length: calls }, () => 'message.read').join(',')}?batch=1`;
    const batch = Object.fromEntries(Array.from({ length: calls }, (_, nth) => [nth, { ids: [nothing] }]));
    const answers = await many(change / calls + 2, () => browser.mutate(route, batch));
    expect(refused(answers)).toHaveLength(2);
  });

  test('is given more where the installation says so', async () => {
    await start({ rates: 2 });
    const browser = await signedIn('hejing');
    const answers = await many(change + 10, () => readNothing(browser));
    expect(refused(answers)).toEqual([]);
  });
});

describe('an address', () => {
  test('changes only so much, whoever is there and whatever is asked, and no other address suffers [ASVS v5.0.0-2.4.1]', async () => {
    await start();
    const nobody = new Browser(running.address, '127.6.0.1');
    const answers = await many(perMinute.address.change + 5, () => nobody.mutate('no.such.route'));
    expect(refused(answers)).toHaveLength(5);
    expectWait(refused(answers)[0], 'address');
    expect((await nobody.signIn('hejing', PASSWORD)).status).toBe(429);
    if (hasAddresses)
      expect((await new Browser(running.address, '127.6.0.2').signIn('hejing', PASSWORD)).status).toBe(200);
  });

  test('tries to sign in only so often, before passwords are looked at [ASVS v5.0.0-6.3.1]', async () => {
    await start();
    const from = new Browser(running.address, '127.6.0.3');
    const answers = await many(245, () => from.mutate('session.signIn', { user: 'hejing' }));
    expect(refused(answers)).toHaveLength(5);
    expect(refused(answers)[0]).toMatchObject({ code: 'TOO_MANY_ATTEMPTS', retryAfter: '60' });
  });
});

describe('live streams', () => {
  const cookiesOf = ({ cookies }: Browser): string => [...cookies].map((pair) => pair.join('=')).join('; ');

  /** Whether one more stream of that browser is refused, and how; one that is not stays open. */
  async function refusalOfNext(browser: Browser): Promise<string | null> {
    const next = listen(running.address, cookiesOf(browser));
    await next.open;
    await Promise.race([next.ended, setTimeout(300)]);
    return next.text().includes('"code"') ? next.text() : null;
  }

  test('are so many of one session, and one more when one ends [ASVS v5.0.0-15.2.2]', async () => {
    await start();
    const [browser, other] = [await signedIn('hejing'), await signedIn('hejing', '127.0.0.2')];
    const streams = Array.from({ length: limits.streamsPerSession }, () => listen(running.address, cookiesOf(browser)));
    await Promise.all(streams.map(({ open }) => open));
    expect(await refusalOfNext(browser)).toContain('TOO_MANY_ATTEMPTS');
    expect(await refusalOfNext(other)).toBeNull();
    streams[0]?.stop();
    await eventually('room for one more', async () => (await refusalOfNext(browser)) === null);
    expect(await refusalOfNext(browser)).toContain('TOO_MANY_ATTEMPTS');
  });
});

describe('behind a proxy', () => {
  const account = JSON.stringify({ user: 'nobody', password: 'a guess' });
  const attempt = async (forwarded: string): Promise<string> => {
    const headers = { origin: 'http://127.0.0.1', 'content-type': 'application/json', 'x-forwarded-for': forwarded };
    await sendRaw(running.address, rawRequest('POST /trpc/session.signIn', headers, account));
    const { rows } = await running.database.pool.query<{ key: string }>(
      `SELECT key FROM sign_in_tally WHERE key LIKE 'address:%' ORDER BY since DESC LIMIT 1`,
    );
    return rows[0]?.key ?? '';
  };

  test('that is trusted, the address is the one that the proxy saw, not what the browser says [ASVS v5.0.0-15.3.4] [ASVS v5.0.0-4.1.3]', async () => {
    await start({ proxies: ['127.0.0.0/8'] });
    expect(await attempt('203.0.113.7')).toBe('address:203.0.113.7');
    expect(await attempt('198.51.100.1, 203.0.113.8')).toBe('address:203.0.113.8');
  });

  test('that is trusted, the host is still what `Host` says, which decides what cookies are like [ASVS v5.0.0-4.1.3]', async () => {
    await start({ proxies: ['127.0.0.0/8'] });
    const headers = { host: 'lianban.example', 'x-forwarded-host': 'localhost', 'x-forwarded-proto': 'http' };
    const answer = await sendRaw(running.address, rawRequest('GET /healthz', headers));
    expect(answer.headers.get('strict-transport-security')).toContain('max-age');
  });

  test('that nobody trusts, it is that of whoever connects [ASVS v5.0.0-4.1.3]', async () => {
    await start();
    expect(await attempt('203.0.113.7')).toBe('address:127.0.0.1');
  });

  test('elsewhere than the trusted one, too [ASVS v5.0.0-4.1.3]', async () => {
    await start({ proxies: ['10.0.0.0/8', '2001:db8::1'] });
    expect(await attempt('203.0.113.7')).toBe('address:127.0.0.1');
  });
});
