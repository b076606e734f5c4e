import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rawRequest, sendRaw } from '../support/raw-http.ts';
import { startRunningService, type RunningService } from '../support/running-service.ts';

let running: RunningService;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(
    join(folder, 'index.html'),
    '<meta property="csp-nonce" nonce="LIANBAN-NONCE"><script nonce="LIANBAN-NONCE" src="/assets/a.js"></script>',
  );
  await writeFile(join(folder, 'assets/a.js'), '1');
  await writeFile(join(folder, '.env'), 'DATABASE_URL=postgres://secret');
  running = await startRunningService(folder);
});
afterAll(async () => {
  await running.stop();
  await rm(folder, { recursive: true });
});

const ask = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(`${running.address}${path}`, { headers });

const PLACES = ['/', '/cases/1', '/assets/a.js', '/assets/gone.js', '/trpc/session.me', '/trpc/nothing', '/healthz'];

describe('every answer', () => {
  test.each(PLACES)(
    '%s is taken for what it is, shown in no frame, and tells no other site [ASVS v5.0.0-3.4.4] [ASVS v5.0.0-3.4.5] [ASVS v5.0.0-3.4.6]',
    async (path) => {
      const { headers } = await ask(path);
      expect(Object.fromEntries(headers)).toMatchObject({
        ...{ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-frame-options': 'DENY' },
        ...{ 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin' },
      });
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('permissions-policy')).toContain('camera=()');
      expect(headers.get('content-type')).not.toBeNull();
    },
  );

  test.each(PLACES)('%s allows nothing to other sites [ASVS v5.0.0-3.4.2] [ASVS v5.0.0-3.5.8]', async (path) => {
    const { headers } = await ask(path, { origin: 'https://elsewhere.example' });
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test.each(PLACES)('%s does not say what it was made with [ASVS v5.0.0-13.4.6]', async (path) => {
    const { headers } = await ask(path);
    expect([headers.get('server'), headers.get('x-powered-by')]).toEqual([null, null]);
  });

  test('asks for TLS for a year wherever there is TLS, and not on this machine [ASVS v5.0.0-3.4.1]', async () => {
    const at = async (host: string): Promise<string | undefined> =>
      (await sendRaw(running.address, rawRequest('GET /healthz', { host }))).headers.get('strict-transport-security');
    expect(await at('lianban.example')).toBe('max-age=31536000; includeSubDomains');
    expect(await at('localhost:3000')).toBeUndefined();
  });
});

describe('what answers hold', () => {
  test.each(['/trpc/session.me', '/trpc/nothing', '/trpc/live.events?input=%7B%7D', '/healthz', '/', '/cases/1'])(
    '%s is kept nowhere [ASVS v5.0.0-14.3.2]',
    async (path) => {
      expect((await ask(path)).headers.get('cache-control')).toMatch(/^no-store/);
    },
  );

  test('only assets, which are the same for everybody, are kept', async () => {
    expect((await ask('/assets/a.js')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  test.each(['/assets/gone.js', '/assets', '/trpc', '/trpc/', '/trpc/session.me/x.css'])(
    '%s is not there, and the page does not stand in for it [ASVS v5.0.0-14.2.5]',
    async (path) => {
      const answer = await ask(path);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'no-store']);
      expect(await answer.json()).toMatchObject({ error: { data: { lianban: { code: 'MALFORMED' } } } });
    },
  );

  test.each(['/.env', '/assets/../.env', '/index.html', '/assets/'])(
    'no file is given out that is not for browsers: %s [ASVS v5.0.0-13.4.3] [ASVS v5.0.0-13.4.7]',
    async (path) => {
      const { body } = await sendRaw(running.address, rawRequest(`GET ${path}`));
      expect(body).not.toContain('secret');
      expect(body).not.toContain('LIANBAN-NONCE');
    },
  );
});

describe('the page', () => {
  test('names one nonce in policy, script and meta, and never the same twice [ASVS v5.0.0-3.4.3]', async () => {
    const pages = await Promise.all(Array.from({ length: 20 }, () => ask('/')));
    const nonces = await Promise.all(
      pages.map(async (page) => {
        const inPage = [...(await page.text()).matchAll(/nonce="([^"]+)"/g)].map(([, nonce]) => nonce);
        const policy = page.headers.get('content-security-policy') ?? '';
        const inPolicy = [...policy.matchAll(/'nonce-([^']+)'/g)].map(([, nonce]) => nonce);
        expect(inPage).toHaveLength(2);
        expect(inPolicy).toHaveLength(2);
        expect(new Set([...inPage, ...inPolicy]).size).toBe(1);
        return inPage[0];
      }),
    );
    expect(new Set(nonces).size).toBe(20);
  });

  test('allows no inline script or style and no plug-in, base or foreign source [ASVS v5.0.0-3.4.3]', async () => {
    const policy = (await ask('/')).headers.get('content-security-policy') ?? '';
    for (const directive of ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'none'"])
      expect(policy).toContain(directive);
    expect(policy).not.toMatch(/unsafe|https?:|\*|data:|blob:/);
  });
});

test('a console that was built without a place for the nonce is not served', async () => {
  const old = await mkdtemp(join(tmpdir(), 'console-'));
  await writeFile(join(old, 'index.html'), '<script src="/assets/a.js"></script>');
  await expect(startRunningService(old)).rejects.toThrow('no place for the nonce');
  await rm(old, { recursive: true });
});
