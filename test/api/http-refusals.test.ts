import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Browser } from '../support/browser.ts';
import { rawRequest, sendRaw, type RawAnswer } from '../support/raw-http.ts';
import { startRunningService, type RunningService } from '../support/running-service.ts';
import { PASSWORD } from '../support/service-client.ts';

let running: RunningService;
beforeAll(async () => {
  running = await startRunningService();
});
afterAll(() => running.stop());

const send = (bytes: string): Promise<RawAnswer> => sendRaw(running.address, bytes);
const own = { origin: 'http://127.0.0.1', 'content-type': 'application/json' };
const post = (path: string, body: string, more: Readonly<Record<string, string>> = {}): string =>
  rawRequest(`POST ${path}`, { ...own, ...more }, body);

/** Everything that a refusal must not carry: where the code is, what it is made of, and what it said inside. */
const INSIDE = /node_modules|\.ts\b|\.js\b|at \S+ \(|fastify|trpc|postgres|stack|FST_ERR|SyntaxError/i;

interface Refusal {
  readonly error: { readonly data: { readonly httpStatus: number; readonly lianban: { readonly code: string } } };
}

/** The code in an answer that has our shape, and nothing of ours besides. */
function codeIn({ status, headers, body }: RawAnswer): unknown {
  expect(headers.get('content-type')).toMatch(/^application\/json(; charset=utf-8)?$/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(headers.get('server') ?? headers.get('x-powered-by')).toBeUndefined();
  expect(body).not.toMatch(INSIDE);
  const said = JSON.parse(body) as Refusal | Refusal[]; // the shape of every refusal, or the test fails
  const [data] = [said].flat().map(({ error }) => error.data);
  expect(data?.httpStatus).toBe(status);
  return data?.lianban.code;
}

const signIn = '/trpc/session.signIn';
const long = (length: number): string => 'x'.repeat(length);
const batch = (calls: number): string => Array.from({ length: calls }, () => 'session.me').join(',');

describe('what is no proper request is refused with a code and nothing of the inside [ASVS v5.0.0-16.5.1]', () => {
  test.each<readonly [string, string, number, string]>([
    ['no HTTP at all', 'hello there\r\n\r\n', 400, 'MALFORMED'],
    ['TLS', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000', 400, 'MALFORMED'],
    ['a header without a name', 'GET / HTTP/1.1\r\nhost: a\r\n: b\r\n\r\n', 400, 'MALFORMED'],
    ['no host', 'GET /healthz HTTP/1.1\r\nconnection: close\r\n\r\n', 400, 'MALFORMED'],
    ['an escape that is none', rawRequest('GET /trpc/%zz'), 400, 'MALFORMED'],
    ['half a character', rawRequest('GET /trpc/%E4%B8'), 400, 'MALFORMED'],
    ['NUL in the address', rawRequest('GET /trpc/session.me%00'), 404, 'MALFORMED'],
    ['NUL in the input', rawRequest('GET /trpc/case.track?input=%7B%22number%22%3A%22%00%22%7D'), 400, 'MALFORMED'],
    ['an address of nothing', rawRequest('GET /nothing'), 404, 'MALFORMED'],
    ['a route of nothing', rawRequest('GET /trpc/session.nothing'), 404, 'MALFORMED'],
    ['a route by a name of the language', rawRequest('GET /trpc/__proto__'), 404, 'MALFORMED'],
    ['a route by another name of the language', rawRequest('GET /trpc/constructor.prototype'), 404, 'MALFORMED'],
    ['something behind a route', rawRequest('GET /trpc/session.me/more'), 404, 'MALFORMED'],
    ['a path out of the folder', rawRequest('GET /assets/..%2f..%2fpackage.json'), 404, 'MALFORMED'],
    ['no JSON', post(signIn, '{"user":'), 400, 'MALFORMED'],
    ['a batch that is a list of nothing', post(`${signIn}?batch=1`, '7'), 400, 'MALFORMED'],
    ['a batch of nothing', post(`/trpc/,,?batch=1`, '{}'), 404, 'MALFORMED'],
    ['two batches at once', post(`${signIn}?batch=1&batch=2`, '{"0":1}'), 400, 'MALFORMED'],
  ])('%s', async (_, bytes, status, code) => {
    const answer = await send(bytes);
    expect({ status: answer.status, code: codeIn(answer) }).toEqual({ status, code });
  });
});

describe('what is too much is refused before it is read [ASVS v5.0.0-15.2.2]', () => {
  test.each<readonly [string, string, number]>([
    ['a long address', rawRequest(`GET /trpc/session.me?input=${long(9_000)}`), 414],
    ['a long path', rawRequest(`GET /trpc/${long(9_000)}`), 414],
    ['long headers', rawRequest('GET /healthz', { cookie: long(20_000) }), 431],
    ['a longer address than headers may be', rawRequest(`GET /${long(20_000)}`), 431],
    ['a long body', post(signIn, JSON.stringify({ user: long(300_000) })), 413],
    ['a body that says it is long', rawRequest(`POST ${signIn}`, { ...own, 'content-length': '9000000000' }, '{'), 413],
    ['many calls in one batch', rawRequest(`GET /trpc/${batch(21)}?batch=1&input=%7B%7D`), 413],
  ])('%s', async (_, bytes, status) => {
    const answer = await send(bytes);
    expect({ status: answer.status, code: codeIn(answer) }).toEqual({ status, code: 'TOO_LARGE' });
  });

  test('while as much as the console sends is taken', async () => {
    const answer = await fetch(`${running.address}/trpc/${batch(20)}?batch=1&input=%7B%7D`);
    expect([answer.status, ((await answer.json()) as unknown[]).length]).toEqual([200, 20]);
  });

  test('a body in chunks ends at the limit too', async () => {
    const chunk = `${(65_536).toString(16)}\r\n${long(65_536)}\r\n`;
    const answer = await send(
      `${rawRequest(`POST ${signIn}`, { ...own, 'transfer-encoding': 'chunked' })}${chunk.repeat(5)}0\r\n\r\n`,
    );
    expect([answer.status, codeIn(answer)]).toEqual([413, 'TOO_LARGE']);
  });

  test('lists inside each other take nothing to its end', async () => {
    const deep = `${'['.repeat(60_000)}${']'.repeat(60_000)}`;
    const officer = new Browser(running.address);
    await officer.signIn('zhoumin', PASSWORD);
    const [caseId, requestId] = [randomUUID(), randomUUID()];
    const answer = { caseId, duty: 'intake', outcome: 'accept', requestId, form: { opinion: '$' } };
    const [before, after] = JSON.stringify(answer).split('"$"');
    for (const [route, body] of [
      ['session.signIn', deep],
      ['duty.answer', deep],
      ['duty.answer', `${before}${deep}${after}`],
    ] as const)
      expect((await officer.mutateRaw(route, body)).status).toBeLessThan(500);
  });
});

describe('a message has one length [ASVS v5.0.0-4.2.1]', () => {
  test('a request with two of them, or with a length and chunks, is refused and nothing behind it is read', async () => {
    const hidden = rawRequest('GET /healthz');
    for (const lengths of [
      'content-length: 3\r\ncontent-length: 4',
      'content-length: 3\r\ntransfer-encoding: chunked',
    ]) {
      const answer = await send(`POST ${signIn} HTTP/1.1\r\nhost: a\r\n${lengths}\r\n\r\n0\r\n\r\n${hidden}`);
      expect([answer.status, codeIn(answer)]).toEqual([400, 'MALFORMED']);
    }
  });
});

describe('only what a route is made for reaches it', () => {
  test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE'])(
    '%s is no method of any route [ASVS v5.0.0-4.1.4]',
    async (method) => {
      const answer = await send(rawRequest(`${method} /trpc/session.me`, own));
      expect(answer.status).toBe(405);
      expect(answer.headers.get('allow')).toBe('GET, POST');
      if (method !== 'HEAD') expect(codeIn(answer)).toBe('MALFORMED');
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    },
  );

  test('what changes something is not done by GET, nor is reading done by POST [ASVS v5.0.0-3.5.3]', async () => {
    for (const bytes of [rawRequest('GET /trpc/session.signOut'), post('/trpc/session.me', '')]) {
      const answer = await send(bytes);
      expect([answer.status, codeIn(answer)]).toEqual([405, 'MALFORMED']);
    }
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/octet-stream',
    'application/xml',
    'application/jsonx',
    'text/plain; application/json',
  ])('%s is not taken where JSON is [ASVS v5.0.0-3.5.2]', async (type) => {
    const answer = await send(post(signIn, '{"user":"hejing","password":"lianban-2026"}', { 'content-type': type }));
    expect([answer.status, codeIn(answer)]).toEqual([415, 'MALFORMED']);
    expect(answer.headers.get('set-cookie')).toBeUndefined();
  });

  test('nor is a body that does not say what it is [ASVS v5.0.0-3.5.2]', async () => {
    const answer = await send(rawRequest(`POST ${signIn}`, { origin: own.origin }, '{"user":"a","password":"b"}'));
    expect([answer.status, codeIn(answer)]).toEqual([415, 'MALFORMED']);
  });
});

test('a request that never ends is ended [ASVS v5.0.0-15.2.2]', { timeout: 20_000 }, async () => {
  const answer = await send('GET /healthz HTTP/1.1\r\nhost: a\r\n');
  expect([answer.status, codeIn(answer)]).toEqual([408, 'MALFORMED']);
});

test('after all of that the service answers [ASVS v5.0.0-16.5.3]', async () => {
  expect((await fetch(`${running.address}/healthz`)).status).toBe(200);
});
