import type { Context, Services } from '@lianban/api/context';
import type { Engine } from '@lianban/api/engine/engine';
import { IdentityProvider } from '@lianban/api/identity/provider/identity-provider';
import { policyNamed } from '@lianban/api/identity/policy';
import { identityOf } from '@lianban/api/identity/session';
import { signIn } from '@lianban/api/identity/sign-in';
import type { HeldPost, Identity } from '@lianban/api/identity/identity';
import type { LiveFeed } from '@lianban/api/live/feed';
import { Door } from '@lianban/api/trail/door';
import { openDatabase } from '@lianban/db/client';
import { testDatabase } from '@lianban/db/testing/database';
import type { ErrorCode } from '@lianban/domain/error';
import type { Province } from '@lianban/domain/province';
import { isOutside, type Role } from '@lianban/domain/role';
import type { Pool } from 'pg';
import { pino } from 'pino';
import { everyRoute } from './every-route.ts';
import { testKeys } from './test-keys.ts';
import { LedgerEngine } from './ledger-engine.ts';

/** Somebody who calls the routes directly, past HTTP but not past permissions. */
export type Caller = ReturnType<typeof everyRoute.createCaller>;

/** In which post somebody asks, over which engine, and whether they have proven a short while ago who they are. */
interface Acting {
  readonly role?: Role;
  /** Where the post of that role is, for whoever holds it in both. */
  readonly province?: Province;
  readonly engine?: Engine;
  readonly isProven?: boolean;
}

/** Everybody of the demonstration as callers, over a database of one's own. */
export interface Callers {
  readonly pool: Pool;
  /** Nobody: not signed in. */
  readonly nobody: Caller;
  /** The person with that account, in their first post or in that of the role; with another engine when one is named. */
  as(user: string, acting?: Acting): Promise<Caller>;
  /** The person with that account in the post in which they stand in for the person of that name. */
  standingIn(user: string, principal: string, acting?: Pick<Acting, 'isProven'>): Promise<Caller>;
  /** Somebody made up in that role, of Chongqing unless said otherwise: a person who holds no other post. */
  inRole(role: Role, province?: Province): Caller;
  /** Anybody at all. */
  by(identity: Identity): Caller;
  close(): Promise<void>;
}

/** Of every account of the demonstration. */
const PASSWORD = 'lianban-2026';

const policy = policyNamed(undefined);
const keys = testKeys();
/** An identity provider that nobody has started. */
const away = new IdentityProvider(
  {
    ...{ issuer: 'http://127.0.0.1:9', clientId: 'lianban', clientSecret: 'a secret of the tests', title: null },
    ...{ callback: 'http://127.0.0.1/oidc/callback', trusted: { acr: [], amr: [] } },
    ...{ afterSignOut: 'http://127.0.0.1/sign-in', staff: 'offered' },
  },
  pino({ enabled: false }),
);
/** A browser without cookies, on this machine. */
const nowhere = { token: null, device: null, attempt: null, address: '127.0.0.1', userAgent: undefined };

/** Opens a database and the routes over it; cases are recorded by {@link LedgerEngine}. Live events are those of the feed. */
export async function callers(feed: LiveFeed = { listen: () => silence() }): Promise<Callers> {
  const test = await testDatabase();
  const database = openDatabase(test.url);
  const services: Services = {
    ...{ database, engine: new LedgerEngine(database.pool), log: complaints, demo: true, policy },
    ...{ secondFactor: 'offered', secretKeys: keys, provider: away, door: new Door() },
    feed,
  };
  const callerOf = (
    identity: Identity | null,
    { engine = services.engine, identify = () => Promise.resolve(identity) }: Asking = {},
  ): Caller => {
    const token = identity === null ? null : 'of no browser';
    const doors = { identify, keepToken: () => undefined, mayTry: () => Promise.resolve(true) };
    const visitor = { ...nowhere, token, ...doors };
    return everyRoute.createCaller({ services: { ...services, engine }, visitor, identity } satisfies Context);
  };
  const known = new Map<string, Promise<Known>>();
  return {
    pool: database.pool,
    nobody: callerOf(null),
    as: async (user, wanted = {}) => {
      const { engine, isProven = true } = wanted;
      const account = known.get(user) ?? knownAs(services, user);
      known.set(user, account);
      const { identity, token } = await account;
      const identify = async () => {
        const now = await identityOf(database, token);
        return now === null ? null : proven(acting(now, wanted), isProven);
      };
      const asked = proven(acting(identity, wanted), isProven);
      return callerOf(asked, engine === undefined ? { identify } : { engine, identify });
    },
    standingIn: async (user, principal, { isProven = true } = {}) => {
      const { identity } = await knownAs(services, user);
      const post = identity.posts.find(({ standingIn }) => standingIn?.for.name === principal);
      if (post === undefined) throw new Error(`${user} does not stand in for ${principal}`);
      return callerOf(proven({ ...identity, post }, isProven));
    },
    inRole: (role, province = 'CQ') => callerOf(madeUp(role, province)),
    by: (identity) => callerOf(identity),
    close: async () => {
      await database.close();
      await test.drop();
    },
  };
}

/** What a route says of its own failures goes to whoever looks at the tests; everything else is not said. */
const complaints = {
  error: ({ err }: { readonly err: unknown }) => {
    process.stderr.write(`${err instanceof Error ? String(err.stack) : String(err)}\n`);
  },
  warn: () => undefined,
  info: () => undefined,
} as unknown as Services['log'];

/** Nothing happens: who listens learns nothing, and at once. */
async function* silence(): AsyncGenerator<never> {}

/** Who calls by which engine, and who they are when it is asked again. */
interface Asking {
  readonly engine?: Engine;
  readonly identify?: () => Promise<Identity | null>;
}

interface Known {
  readonly identity: Identity;
  readonly token: string;
}

async function knownAs({ database }: Services, user: string): Promise<Known> {
  const browser = { address: nowhere.address, userAgent: undefined, device: null, session: null };
  const { token } = await signIn(
    database,
    { policy, keys, browser, staffByProvider: false },
    { user, password: PASSWORD },
  );
  const identity = await identityOf(database, token);
  if (identity === null) throw new Error(`nobody is signed in as ${user}`);
  return { identity, token };
}

const proven = (identity: Identity, isProven: boolean): Identity => ({
  ...identity,
  session: { ...identity.session, isProven: identity.session.isProven && isProven },
});

function acting(identity: Identity, { role, province }: Pick<Acting, 'role' | 'province'>): Identity {
  const post = identity.posts.find(
    (held) => held.role === role && (province === undefined || held.province === province),
  );
  return post === undefined ? identity : { ...identity, post };
}

function madeUp(role: Role, province: Province): Identity {
  const [personId, postId] = ['00000000-0000-4000-8a00-00000000ffff', '00000000-0000-4000-8b00-00000000ffff'];
  const enterprise = { id: '00000000-0000-4000-8e00-00000000ffff', name: '虚构企业', creditCode: '000000000000000000' };
  const place = { zh: '虚构单位', en: 'Made-up unit' };
  const held: Pick<HeldPost, 'unitId' | 'enterpriseId'> = isOutside(role)
    ? { unitId: null, enterpriseId: enterprise.id }
    : { unitId: 'made-up', enterpriseId: null };
  const post: HeldPost = { id: postId, role, province, place, ...held };
  return {
    person: { id: personId, name: '某人' },
    ...{ post, posts: [post], enterprise: isOutside(role) ? enterprise : null },
    session: {
      id: '00000000-0000-4000-8c00-00000000ffff',
      mustChangePassword: false,
      hasFactor: false,
      ...{ method: 'password', hasProviderFactor: false },
      isProven: true,
    },
  };
}

/** What a refused call is rejected with: the code, and the details named. */
export const refusal = (code: ErrorCode, detail: Readonly<Record<string, unknown>> = {}) => ({
  cause: { code, detail },
});
