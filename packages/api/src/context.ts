import type { Database } from '@lianban/db/client';
import type { Logger } from 'pino';
import type { Engine } from './engine/engine.ts';
import type { Identity } from './identity/identity.ts';
import type { LiveFeed } from './live/feed.ts';

/** What every request may use; one per process. */
export interface Services {
  readonly database: Database;
  readonly engine: Engine;
  readonly feed: LiveFeed;
  readonly log: Logger;
  /** The installation shows invented people and cases. */
  readonly demo: boolean;
}

/** The browser behind a request, as far as routes need it. */
export interface Visitor {
  /** Token of the session cookie; null without one. */
  readonly token: string | null;
  /** Sets the session cookie, or removes it for null. */
  readonly setToken: (token: string | null) => void;
  /** Who they are now; asked again by what outlives the request, such as live events. */
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
