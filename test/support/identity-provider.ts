import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { ProviderSetting } from '@lianban/api/identity/provider/setting';
import { decodeJwt, exportJWK, generateKeyPair, SignJWT, type JWK, type JWTPayload } from 'jose';
import { Provider, type Configuration } from 'oidc-provider';
import { freePort } from './free-port.ts';

/** Who signs in at the provider next, and how. */
export interface Login {
  readonly accountId: string;
  readonly acr?: string;
  readonly amr?: string[];
}

/** Changes an ID token on its way: its claims, and the key that signs it, the provider's own unless another is given. */
export interface Tampering {
  readonly claims?: (claims: JWTPayload) => JWTPayload;
  readonly key?: CryptoKey;
}

/** An authentication context class with which the tests trust the provider. */
export const TWO_FACTORS = 'urn:lianban:test:two-factors';

const CLIENT = { id: 'lianban', secret: 'a secret of the tests' };

/** A certified identity provider, run on this machine: whoever comes is signed in as {@link login} says, at once or by a button. */
export class TestIdentityProvider {
  readonly issuer: string;
  login: Login = { accountId: 'nobody' };
  tampering: Tampering | null = null;
  /** Shows a page with a button instead of going on at once. */
  asks = false;
  readonly #provider: Provider;
  readonly #server: Server;
  readonly #key: CryptoKey;

  private constructor(issuer: string, callback: string, { key, jwk }: { readonly key: CryptoKey; readonly jwk: JWK }) {
    this.issuer = issuer;
    this.#key = key;
    this.#provider = new Provider(issuer, configurationOf(callback, jwk));
    this.#provider.use(async (context, next) => {
      await next();
      if (context.path === '/token') context.body = await this.#tampered(context.body);
    });
    const handle = this.#provider.callback();
    this.#server = createServer((request, response) => {
      if (request.url?.startsWith('/interaction/') === true) void this.#interact(request, response);
      else void handle(request, response);
    });
  }

  /** Starts it on a free port, with one client that is sent back to `callback`. */
  static async start(callback: string, port?: number): Promise<TestIdentityProvider> {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    const jwk = { ...(await exportJWK(privateKey)), kid: 'test', alg: 'RS256', use: 'sig' };
    const issuer = `http://localhost:${port ?? (await freePort())}`;
    const started = new TestIdentityProvider(issuer, callback, { key: privateKey, jwk });
    await started.listen();
    return started;
  }

  async listen(): Promise<void> {
    this.#server.listen(Number(new URL(this.issuer).port), 'localhost');
    await once(this.#server, 'listening');
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    if (!this.#server.listening) return;
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** As the service is told of it. */
  setting(callback: string, changed: Partial<ProviderSetting> = {}): ProviderSetting {
    const trusted = { acr: [TWO_FACTORS], amr: ['mfa'] };
    const client = { clientId: CLIENT.id, clientSecret: CLIENT.secret };
    const afterSignOut = afterSignOutOf(callback);
    return {
      issuer: this.issuer,
      ...client,
      callback,
      afterSignOut,
      staff: 'offered',
      title: null,
      trusted,
      ...changed,
    };
  }

  /** Goes to an address of the provider as a browser without any of its cookies does; gives where it is sent back to. */
  async visit(address: string, login: Login): Promise<string> {
    this.login = login;
    const cookies = new Map<string, string>();
    let next = address;
    for (let hop = 0; hop < 10 && next.startsWith(this.issuer); hop += 1) {
      const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
      const response = await fetch(next, { redirect: 'manual', headers: { cookie } });
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        cookies.set(name, value);
      }
      const location = response.headers.get('location');
      if (location === null) throw new Error(`${next}: ${response.status} ${await response.text()}`);
      next = new URL(location, next).href;
    }
    return next;
  }

  /** Goes to where a session ends and says yes, as a browser without any other cookies does; gives where it is sent back to. */
  async confirmSignOut(address: string): Promise<string | null> {
    const asked = await fetch(address);
    const cookie = asked.headers.getSetCookie().map((line) => line.split(';', 1)[0]);
    const page = await asked.text();
    const [, action = ''] = /action="([^"]+)"/.exec(page) ?? [];
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(page) ?? [];
    const confirmed = await fetch(action, {
      ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams({ xsrf, logout: 'yes' }) },
      headers: { cookie: cookie.join('; ') },
    });
    return confirmed.headers.get('location');
  }

  async #interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.asks && request.method === 'GET') {
      const page =
        '<!doctype html><title>Provider</title><form method="post"><button>Continue as yourself</button></form>';
      response.writeHead(200, { 'content-type': 'text/html' }).end(page);
      return;
    }
    await this.#provider.interactionFinished(request, response, { login: { ...this.login, remember: false } });
  }

  async #tampered(body: unknown): Promise<unknown> {
    const { tampering } = this;
    if (tampering === null || typeof body !== 'object' || body === null || !('id_token' in body)) return body;
    const claims = decodeJwt(String(body.id_token));
    const token = new SignJWT(tampering.claims?.(claims) ?? claims).setProtectedHeader({ alg: 'RS256', kid: 'test' });
    return { ...body, id_token: await token.sign(tampering.key ?? this.#key) };
  }
}

const afterSignOutOf = (callback: string): string => new URL('/sign-in', callback).href;

const configurationOf = (callback: string, jwk: JWK): Configuration => ({
  clients: [
    {
      ...{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [callback], require_auth_time: true },
      post_logout_redirect_uris: [afterSignOutOf(callback)],
      ...{ response_types: ['code'], grant_types: ['authorization_code'] },
    },
  ],
  jwks: { keys: [jwk] },
  cookies: { keys: ['of the tests'] },
  acrValues: [TWO_FACTORS],
  claims: { openid: ['sub', 'acr', 'amr'] },
  ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
  loadExistingGrant: async ({ oidc: { provider, client, session } }) => {
    const grant = new provider.Grant({ clientId: client?.clientId ?? '', accountId: session?.accountId ?? '' });
    grant.addOIDCScope('openid');
    await grant.save();
    return grant;
  },
});
