import type { ProvenIdentity } from '@lianban/db/sign-in/provider-attempt';
import { isSafeText } from '@lianban/domain/characters';
import { instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import { provesFactor } from '@lianban/domain/second-factor';
import * as oidc from 'openid-client';
import type { Logger } from 'pino';
import { z } from 'zod';
import { refusalOfProvider } from './refusal.ts';
import type { ProviderSetting } from './setting.ts';

/** For each request to the provider; somebody is waiting at the sign-in page. */
const TIMEOUT_S = 5;
/** Looked up again after a minute: nobody is sent to a provider that has been away for longer. Its keys are looked up when they sign. */
const KNOWN_FOR_MS = 60_000;
const BASIC = 'client_secret_basic';

/** What the answer of the provider has to fit. */
export interface Secrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Where to send a browser, and what its answer has to fit. */
export interface Departure extends Secrets {
  readonly address: string;
}

/** What is read of an ID token; a subject has 255 characters at most (OpenID Connect Core 1.0, 2). */
const claimsShape = z.object({
  sub: z.string().min(1).max(255).refine(isSafeText),
  acr: z.string().optional(),
  amr: z.array(z.string()).optional(),
  auth_time: z.number().int().positive().optional(),
});

/**
 * The identity provider of the installation, over OpenID Connect: authorization code with PKCE, state and nonce. It is
 * looked up when it is first needed, so that one that is away keeps nothing here from starting or going on. Of what it
 * answers only the ID token is read, and nothing of it is kept or handed to a browser.
 */
export class IdentityProvider {
  readonly setting: ProviderSetting;
  readonly #log: Logger;
  #known: { readonly configuration: Promise<oidc.Configuration>; readonly untilMs: number } | null = null;

  constructor(setting: ProviderSetting, log: Logger) {
    this.setting = setting;
    this.#log = log;
  }

  /** Where to send a browser; `isFresh` asks for a proof made there now. @throws LianbanError PROVIDER_UNAVAILABLE */
  async depart(isFresh: boolean): Promise<Departure> {
    const { callback, trusted } = this.setting;
    const [verifier, state, nonce] = [oidc.randomPKCECodeVerifier(), oidc.randomState(), oidc.randomNonce()];
    const configuration = await this.#configuration();
    const address = oidc.buildAuthorizationUrl(configuration, {
      ...{ redirect_uri: callback, scope: 'openid', state, nonce },
      ...{ code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
      ...(trusted.acr.length === 0 ? {} : { acr_values: trusted.acr.join(' ') }),
      ...(isFresh ? { prompt: 'login', max_age: '0' } : {}),
    });
    return { address: address.href, verifier, state, nonce };
  }

  /**
   * Who the answer proves somebody to be. Issuer, audience, signature, nonce and times of the ID token have been verified.
   * @throws LianbanError PROVIDER_UNAVAILABLE, PROVIDER_REFUSED
   */
  async identityIn(search: string, { state, nonce, verifier }: Secrets): Promise<ProvenIdentity> {
    const { callback, issuer, trusted } = this.setting;
    const configuration = await this.#configuration();
    try {
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
      const answer = await oidc.authorizationCodeGrant(configuration, new URL(`${callback}${search}`), checks);
      const { sub, auth_time, ...word } = claimsShape.parse(answer.claims());
      const authenticatedAt = auth_time === undefined ? null : instant(auth_time * 1_000);
      return { issuer, subject: sub, hasFactor: provesFactor(word, trusted), authenticatedAt };
    } catch (failure) {
      throw this.#refusal(failure);
    }
  }

  /** Where a browser ends its session at the provider; null for one that offers no such place, or is away. */
  async signOutAddress(): Promise<string | null> {
    try {
      const configuration = await this.#configuration();
      if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
      // Without a hint, as no token is kept: the provider asks whoever sits there.
      return oidc.buildEndSessionUrl(configuration, { post_logout_redirect_uri: this.setting.afterSignOut }).href;
    } catch (failure) {
      if (!(failure instanceof LianbanError)) this.#refusal(failure);
      return null;
    }
  }

  async #configuration(): Promise<oidc.Configuration> {
    const nowMs = Date.now();
    if (this.#known === null || this.#known.untilMs <= nowMs)
      this.#known = { configuration: this.#lookUp(), untilMs: nowMs + KNOWN_FOR_MS };
    const { configuration } = this.#known;
    try {
      return await configuration;
    } catch (failure) {
      if (this.#known?.configuration === configuration) this.#known = null;
      this.#refusal(failure);
      throw new LianbanError('PROVIDER_UNAVAILABLE');
    }
  }

  #lookUp(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.setting;
    const [basic, post] = [oidc.ClientSecretBasic(clientSecret), oidc.ClientSecretPost(clientSecret)];
    const isLocal = new URL(issuer).protocol === 'http:'; // the environment takes it on this machine only
    return oidc.discovery(
      new URL(issuer),
      clientId,
      undefined,
      (server, ...request) =>
        ((server.token_endpoint_auth_methods_supported ?? [BASIC]).includes(BASIC) ? basic : post)(server, ...request),
      {
        timeout: TIMEOUT_S,
        // Without it the library takes a token that came by TLS for genuine, and leaves its signature unread.
        execute: [oidc.enableNonRepudiationChecks, ...(isLocal ? [oidc.allowInsecureRequests] : [])],
      },
    );
  }

  /** The refusal that a failure amounts to; why is written down, without the answer itself, which may hold tokens. */
  #refusal(failure: unknown): LianbanError {
    const { refusal, because } = refusalOfProvider(failure);
    this.#log.warn({ code: refusal.code, because }, 'the identity provider was of no use');
    return refusal;
  }
}
