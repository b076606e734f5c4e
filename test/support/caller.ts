import type { Context, Services } from '@lianban/api/context';
import type { Engine } from '@lianban/api/engine/engine';
import { policyNamed } from '@lianban/api/identity/policy';
import { identityOf } from '@lianban/api/identity/session';
import { signIn } from '@lianban/api/identity/sign-in';
import type { HeldPost, Identity } from '@lianban/api/identity/identity';
import { appRouter } from '@lianban/api/router';
import { openDatabase } from '@lianban/db/client';
import { testDatabase } from '@lianban/db/testing/database';
import type { ErrorCode } from '@lianban/domain/error';
import type { Province } from '@lianban/domain/province';
import type { Role } from '@lianban/domain/role';
import type { Pool } from 'pg';
import { testKeys } from './test-keys.ts';
import { LedgerEngine } from './ledger-engine.ts';

/** Somebody who calls the routes directly, past HTTP but not past permissions. */
export type Caller = ReturnType<typeof appRouter.createCaller>;

/** Everybody of the demonstration as callers, over a database of one's own. */
export interface Callers {
  readonly pool: Pool;
  /** Nobody: not signed in. */
  readonly nobody: Caller;
  /** The person with that account, in their first post or in that of the role; with another engine when one is named. */
  as(user: string, acting?: { readonly role?: Role; readonly engine?: Engine }): Promise<Caller>;
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
/** A browser without cookies, on this machine. */
const nowhere = { token: null, device: null, address: '127.0.0.1', userAgent: undefined };

/** Opens a database and the routes over it; cases are recorded by {@link LedgerEngine}. */
export async function callers(): Promise<Callers> {
  const test = await testDatabase();
  const database = openDatabase(test.url);
  const services: Services = {
    ...{ database, engine: new LedgerEngine(database.pool), log: complaints, demo: true, policy },
    ...{ secondFactor: 'offered', secretKeys: keys },
    feed: { listen: () => silence() },
  };
  const callerOf = (identity: Identity | null, engine = services.engine): Caller => {
    const token = identity === null ? null : 'of no browser';
    const identify = () => Promise.resolve(identity);
    const doors = { identify, keepToken: () => undefined, mayTry: () => Promise.resolve(true) };
    const visitor = { ...nowhere, token, ...doors };
    return appRouter.createCaller({ services: { ...services, engine }, visitor, identity } satisfies Context);
  };
  const known = new Map<string, Promise<Identity>>();
  return {
    pool: database.pool,
    nobody: callerOf(null),
    as: async (user, { role, engine } = {}) => {
      const identity = known.get(user) ?? identify(services, user);
      known.set(user, identity);
      return callerOf(acting(await identity, role), engine);
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

async function identify({ database }: Services, user: string): Promise<Identity> {
  const browser = { address: nowhere.address, userAgent: undefined, device: null, session: null };
  const { token } = await signIn(database, { policy, keys, browser }, { user, password: PASSWORD });
  const identity = await identityOf(database, token);
  if (identity === null) throw new Error(`nobody is signed in as ${user}`);
  return identity;
}

function acting(identity: Identity, role: Role | undefined): Identity {
  const post = identity.posts.find((held) => held.role === role);
  return post === undefined ? identity : { ...identity, post };
}

function madeUp(role: Role, province: Province): Identity {
  const [personId, postId] = ['00000000-0000-4000-8a00-00000000ffff', '00000000-0000-4000-8b00-00000000ffff'];
  const enterprise = { id: '00000000-0000-4000-8e00-00000000ffff', name: '虚构企业', creditCode: '000000000000000000' };
  const place = { zh: '虚构单位', en: 'Made-up unit' };
  const held: Pick<HeldPost, 'unitId' | 'enterpriseId'> =
    role === 'APP' ? { unitId: null, enterpriseId: enterprise.id } : { unitId: 'made-up', enterpriseId: null };
  const post: HeldPost = { id: postId, role, province, place, ...held };
  return {
    person: { id: personId, name: '某人' },
    ...{ post, posts: [post], enterprise: role === 'APP' ? enterprise : null },
    session: {
      id: '00000000-0000-4000-8c00-00000000ffff',
      mustChangePassword: false,
      hasFactor: false,
      isProven: true,
    },
  };
}

/** What a refused call is rejected with: the code, and the details named. */
export const refusal = (code: ErrorCode, detail: Readonly<Record<string, unknown>> = {}) => ({
  cause: { code, detail },
});
