import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { fileApplication, RecordedCase } from '@lianban/db/testing/recorded-case';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen } from '../support/listener.ts';
import { startRunningService, type RunningService } from '../support/running-service.ts';
import { codeOf, signIn } from '../support/service-client.ts';

let running: RunningService;
beforeAll(async () => {
  running = await startRunningService();
});
afterAll(() => running.stop());

const post = (path: string, body: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(`${running.address}/trpc/${path}`, {
    ...{ method: 'POST', body, headers: { 'content-type': 'application/json', origin: running.address, ...headers } },
  });

async function refusal(response: Response): Promise<{ readonly status: number; readonly code: unknown }> {
  const body = (await response.json()) as {
    readonly error?: { readonly data?: { readonly lianban?: { readonly code: string } } };
  }; // the error shape of the service
  return { status: response.status, code: body.error?.data?.lianban?.code };
}

const account = JSON.stringify({ user: 'hejing', password: 'lianban-2026' });

describe('a session', () => {
  test('is a cookie that scripts cannot read, and the answer does not hold its token [ASVS v5.0.0-3.3.2] [ASVS v5.0.0-3.3.4]', async () => {
    const response = await post('session.signIn', account);
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^lianban=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
    const token = /=([^;]+)/.exec(cookie ?? '')?.[1] ?? 'none';
    expect(await response.text()).not.toContain(token);
  });

  test('carries the host prefix and needs https everywhere but on localhost [ASVS v5.0.0-3.3.1] [ASVS v5.0.0-3.3.3]', async () => {
    expect(await cookieAt('lianban.example')).toMatch(/^__Host-lianban=.+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  test.each([
    ['a wrong password', { user: 'hejing', password: 'wrong' }],
    ['an unknown name', { user: 'nobody', password: 'lianban-2026' }],
  ])('is refused alike for %s [ASVS v5.0.0-6.3.8]', async (_, input) => {
    expect(await refusal(await post('session.signIn', JSON.stringify(input)))).toEqual({
      ...{ status: 401, code: 'WRONG_CREDENTIALS' },
    });
  });

  test('is over after the sign-out, for the same token [ASVS v5.0.0-7.4.1]', async () => {
    const { trpc } = await signIn(running.address, 'hejing');
    await trpc.session.signOut.mutate();
    expect(await trpc.session.me.query()).toBeNull();
  });

  test('acts in one post at a time, and only in one that is held [ASVS v5.0.0-8.2.1]', async () => {
    const { trpc } = await signIn(running.address, 'zhoumin');
    const me = await trpc.session.me.query();
    const other = me?.posts.find(({ id }) => id !== me.post.id);
    expect(await trpc.session.usePost.mutate({ postId: other?.id ?? '' })).toMatchObject({ post: { role: 'DISP' } });
    const foreign = await signIn(running.address, 'hejing').then(({ trpc: their }) => their.session.me.query());
    await expect(trpc.session.usePost.mutate({ postId: foreign?.post.id ?? '' })).rejects.toSatisfy(
      (failure) => codeOf(failure) === 'FORBIDDEN',
    );
  });
});

describe('what another site sends', () => {
  test.each([
    ['another origin', { origin: 'https://elsewhere.example' }],
    ['an opaque origin', { origin: 'null' }],
    ['a cross-site request', { 'sec-fetch-site': 'cross-site' }],
  ])('with %s changes nothing [ASVS v5.0.0-3.5.1]', async (_, headers) => {
    expect(await refusal(await post('session.signIn', account, headers))).toEqual({
      ...{ status: 403, code: 'FOREIGN_ORIGIN' },
    });
  });
});

describe('bad input is a coded refusal, and the service goes on', () => {
  test.each([
    ['no JSON', 'session.signIn', '{"user":', { status: 400, code: 'MALFORMED' }],
    ['a wrong type', 'session.signIn', '{"user":1,"password":2}', { status: 400, code: 'MALFORMED' }],
    ['nothing at all', 'session.signIn', '', { status: 400, code: 'MALFORMED' }],
    ['NUL', 'session.signIn', '{"user":"he\\u0000jing","password":"x"}', { status: 400, code: 'INVALID_TEXT' }],
    [
      'a lone surrogate',
      'session.signIn',
      '{"user":"he\\ud800jing","password":"x"}',
      { status: 400, code: 'INVALID_TEXT' },
    ],
    ['a route that does not exist', 'session.nothing', '{}', { status: 404, code: 'MALFORMED' }],
    [
      'somebody who has not signed in',
      'duty.claim',
      JSON.stringify({ caseId: randomUUID(), duty: 'intake' }),
      { status: 401, code: 'NOT_SIGNED_IN' },
    ],
  ])('%s [ASVS v5.0.0-2.2.1] [ASVS v5.0.0-16.5.1]', async (_, path, body, expected) => {
    expect(await refusal(await post(path, body))).toEqual(expected);
  });

  test('five megabytes [ASVS v5.0.0-15.2.2]', async () => {
    const huge = JSON.stringify({ user: 'x'.repeat(5 * 1024 * 1024), password: 'x' });
    expect(await refusal(await post('session.signIn', huge))).toEqual({ status: 413, code: 'TOO_LARGE' });
    expect((await fetch(`${running.address}/healthz`)).status).toBe(200);
  });

  test('guessing at acceptance numbers is slowed down [ASVS v5.0.0-2.4.1]', async () => {
    const ask = async (): Promise<unknown> => {
      const input = encodeURIComponent(JSON.stringify({ number: '渝药监受〔2026〕1号', lastFour: '0000' }));
      return (await refusal(await fetch(`${running.address}/trpc/case.track?input=${input}`))).code;
    };
    const codes = await Promise.all(Array.from({ length: 40 }, ask));
    expect(new Set(codes)).toEqual(new Set(['NO_SUCH_CASE', 'TOO_MANY_ATTEMPTS']));
  });
});

describe('live events', () => {
  test('tell the post that a duty in its pool was taken by somebody else, and nobody of another unit [ASVS v5.0.0-8.2.2]', async () => {
    const { pool } = running.database;
    const recorded = await RecordedCase.resume(pool, await fileApplication(pool));
    const [hejing, officer, boheng] = await Promise.all(
      ['hejing', 'zhoumin', 'boheng'].map((user) => signIn(running.address, user)),
    );
    const heard = {
      hejing: listen(running.address, hejing?.cookie),
      officer: listen(running.address, officer?.cookie),
      stranger: listen(running.address, boheng?.cookie),
    };
    await Promise.all(Object.values(heard).map(({ open }) => open));
    await hejing?.trpc.duty.claim.mutate({ caseId: recorded.caseId, duty: 'intake' });
    await expect.poll(() => heard.hejing.text(), { timeout: 5_000 }).toContain(recorded.caseId);
    expect(heard.officer.text()).not.toContain(recorded.caseId);
    expect(heard.stranger.text()).not.toContain(recorded.caseId);
    for (const { stop } of Object.values(heard)) stop();
  });
});

/** The cookie that a sign-in gets at that host name; `fetch` would not let a test choose it. */
function cookieAt(host: string): Promise<string> {
  const headers = {
    ...{ host, origin: `https://${host}`, 'content-type': 'application/json' },
    'content-length': Buffer.byteLength(account),
  };
  return new Promise((resolve, reject) => {
    const sent = request(`${running.address}/trpc/session.signIn`, { method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.headers['set-cookie']?.[0] ?? '');
    });
    sent.on('error', reject);
    sent.end(account);
  });
}
