import type { Database } from '@lianban/db/client';
import type { Logger } from 'pino';
import type { Engine } from './engine/engine.ts';
import type { Identity } from './identity/identity.ts';
import type { CookieName, KeptToken } from './identity/kept-token.ts';
import type { FactorSetting, SignInPolicy } from './identity/policy.ts';
import type { IdentityProvider } from './identity/provider/identity-provider.ts';
import type { SecretKeys } from './identity/secret-keys.ts';
import type { LiveFeed } from './live/feed.ts';
import type { Door } from './trail/door.ts';

/** What every request may use; one per process. */
export interface Services {
  readonly database: Database;
  readonly engine: Engine;
  readonly feed: LiveFeed;
  readonly log: Logger;
  /** The installation shows invented people and cases. */
  readonly demo: boolean;
  readonly policy: SignInPolicy;
  /** Whether those who need a second factor have to set one up. */
  readonly secondFactor: FactorSetting;
  /** They seal the secrets of second factors. */
  readonly secretKeys: SecretKeys;
  /** Null for an installation without one. */
  readonly provider: IdentityProvider | null;
  /** Counts for the trail what is refused before a route is asked. */
  readonly door: Door;
}

/** The browser behind a request, as far as routes need it. */
export interface Visitor {
  /** Token of the session cookie; null without one. */
  readonly token: string | null;
  /** Token of the device cookie; null without one. */
  readonly device: string | null;
  /** Token of what the browser has been sent to the identity provider for; null without one. */
  readonly attempt: string | null;
  /** Of whoever connects; behind a trusted proxy, as the proxy has seen it. */
  readonly address: string;
  readonly userAgent: string | undefined;
  /** Sets a cookie, or removes it for null. */
  readonly keepToken: (cookie: CookieName, kept: KeptToken | null) => void;
  /** Who they are now; asked again by what outlives the request, such as live events, and no sign of a person. */
  readonly identify: () => Promise<Identity | null>;
  /** Whether their address may call the route once more within this minute. */
  readonly mayTry: (route: string, perMinute: number) => Promise<boolean>;
}

/** One request. */
export interface Context {
  readonly services: Services;
  readonly visitor: Visitor;
  /** Null for those who have not signed in. */
  readonly identity: Identity | null;
}
