import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rawRequest, sendRaw, type RawAnswer } from '../support/raw-http.ts';
import { startRunningService, type RunningService } from '../support/running-service.ts';
import { signIn } from '../support/service-client.ts';

let running: RunningService;
let cookie: string;
beforeAll(async () => {
  running = await startRunningService();
  cookie = (await signIn(running.address, 'hejing')).cookie;
});
afterAll(() => running.stop());

type Headers = Readonly<Record<string, string>>;

const HOST = 'localhost:3000';
const fetched = { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' };
const send = (bytes: string): Promise<RawAnswer> => sendRaw(running.address, bytes);
const read = (headers: Headers): Promise<RawAnswer> =>
  send(rawRequest('GET /trpc/session.me', { host: HOST, cookie, ...headers }));
const change = (headers: Headers): Promise<RawAnswer> =>
  send(
    rawRequest('POST /trpc/message.read', { host: HOST, cookie, 'content-type': 'application/json', ...headers }, '{}'),
  );
const isForeign = ({ status, body }: RawAnswer): boolean => status === 403 && body.includes('FOREIGN_ORIGIN');

describe('a page of ours', () => {
  test.each<readonly [string, Headers]>([
    ['of today', { origin: `http://${HOST}`, ...fetched }],
    ['in a browser that does not say where a request comes from', { origin: `http://${HOST}` }],
    ['in a browser that says it in one way only', fetched],
  ])('%s may change something', async (_, headers) => {
    expect(isForeign(await change(headers))).toBe(false);
  });

  test.each<readonly [string, Headers]>([
    ['of today', fetched],
    ['in an old browser', {}],
  ])('%s may read', async (_, headers) => {
    expect((await read(headers)).status).toBe(200);
  });
});

const foreign: readonly (readonly [string, Headers])[] = [
  ['another site', { origin: 'https://elsewhere.example', ...fetched, 'sec-fetch-site': 'cross-site' }],
  ['another site in an old browser', { origin: 'https://elsewhere.example' }],
  ['a site beside ours', { ...fetched, 'sec-fetch-site': 'same-site' }],
  ['another port', { origin: 'http://localhost:3001' }],
  ['a host that begins like ours', { origin: `http://${HOST}.elsewhere.example` }],
  ['our name with somebody else behind it', { origin: `http://${HOST}@elsewhere.example` }],
  ['a sandboxed frame', { origin: 'null', ...fetched, 'sec-fetch-site': 'cross-site' }],
  ['a sandboxed frame in an old browser', { origin: 'null' }],
  ['something that is no origin', { origin: 'localhost' }],
  ['a navigation', { ...fetched, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }],
  ['the address line', { ...fetched, 'sec-fetch-site': 'none' }],
  ['a form', { origin: `http://${HOST}`, ...fetched, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }],
  ['an image', { ...fetched, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }],
  ['a script', { ...fetched, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' }],
  ['a frame', { ...fetched, 'sec-fetch-dest': 'iframe' }],
  ['something that browsers do not say', { ...fetched, 'sec-fetch-site': 'Same-Origin, cross-site' }],
];

describe('what comes from elsewhere', () => {
  test.each(foreign)('%s changes nothing [ASVS v5.0.0-3.5.1] [ASVS v5.0.0-3.5.3]', async (_, headers) => {
    expect(isForeign(await change(headers))).toBe(true);
  });

  test.each(foreign)('%s reads nothing [ASVS v5.0.0-3.2.1] [ASVS v5.0.0-3.5.8]', async (_, headers) => {
    const answer = await read(headers);
    expect(isForeign(answer)).toBe(true);
    expect(answer.body).not.toContain('何静');
  });

  test('a change that does not say where it comes from is made by nobody [ASVS v5.0.0-3.5.1]', async () => {
    expect(isForeign(await change({}))).toBe(true);
    expect(isForeign(await change({ 'sec-fetch-mode': 'cors' }))).toBe(true);
  });

  test('an origin without TLS is another one wherever there is TLS [ASVS v5.0.0-3.5.1]', async () => {
    const at = (origin: string): Promise<RawAnswer> => change({ host: 'lianban.example', origin });
    expect(isForeign(await at('http://lianban.example'))).toBe(true);
    expect(isForeign(await at('https://lianban.example'))).toBe(false);
  });

  test('another host does not become ours by a header that anybody can send [ASVS v5.0.0-4.1.3]', async () => {
    const headers = { origin: 'http://elsewhere.example', 'x-forwarded-host': 'elsewhere.example' };
    expect(isForeign(await change(headers))).toBe(true);
  });

  test('a live stream is opened from our pages only [ASVS v5.0.0-3.5.8]', async () => {
    const headers = { host: HOST, cookie, ...fetched, 'sec-fetch-site': 'cross-site' };
    expect(isForeign(await send(rawRequest('GET /trpc/live.events?input=%7B%7D', headers)))).toBe(true);
  });

  test('the refusal says which header told it, and repeats nothing that was sent', async () => {
    const { body } = await change({ origin: 'https://elsewhere.example' });
    expect(JSON.parse(body)).toMatchObject({ error: { data: { lianban: { detail: { by: 'origin' } } } } });
    expect(body).not.toContain('elsewhere');
  });
});
