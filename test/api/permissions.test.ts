import { appRouter } from '@lianban/api/router';
import type { RouteMeta } from '@lianban/api/trpc';
import { mayCall } from '@lianban/domain/permission';
import { roles, type Role } from '@lianban/domain/role';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callers, type Caller, type Callers } from '../support/caller.ts';

let api: Callers;
beforeAll(async () => {
  api = await callers();
});
afterAll(() => api.close());

const routes = Object.entries(
  appRouter._def.procedures as unknown as Readonly<Record<string, { readonly _def: { readonly meta?: RouteMeta } }>>,
).map(([path, { _def }]) => ({ path, open: _def.meta?.open }));
const allRoles = Object.keys(roles) as Role[];

const FOR_EVERYBODY = [
  'calendar.range',
  'case.track',
  'catalogue.items',
  'session.entrance',
  'session.me',
  'session.signIn',
  'session.signOut',
];
const FOR_THE_SIGNED_IN = [
  'session.usePost',
  'session.stepUp',
  'session.list',
  'session.revoke',
  'session.changePassword',
  'session.passwordRules',
  'session.factor',
  'session.offerFactor',
  'session.setUpFactor',
  'session.removeFactor',
  'session.renewRecoveryCodes',
];

/** What becomes of a call that no route can make sense of: the code of the refusal. Whoever may call is told MALFORMED. */
async function call(caller: Caller, path: string): Promise<string> {
  const [noun = '', verb = ''] = path.split('.');
  const nouns = caller as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
  try {
    await nouns[noun]?.[verb]?.('no route takes a text');
    return 'answered';
  } catch (failure) {
    return failure instanceof Error ? failure.message : String(failure);
  }
}

test('there are routes and roles to look at', () => {
  expect(routes.length).toBeGreaterThan(20);
  expect(allRoles).toHaveLength(15);
});

test('only what everybody may know is open without signing in [ASVS v5.0.0-8.2.1]', () => {
  expect(routes.flatMap(({ path, open }) => (open === 'everybody' ? [path] : [])).sort()).toEqual(FOR_EVERYBODY);
  expect(routes.flatMap(({ path, open }) => (open === 'signedIn' ? [path] : []))).toEqual(FOR_THE_SIGNED_IN);
});

test('every other route asks for the right of its own name [ASVS v5.0.0-8.1.1]', () => {
  const strange = routes.filter(({ path, open }) => open !== path && open !== 'everybody' && open !== 'signedIn');
  expect(strange).toEqual([]);
});

test('nobody who has not signed in gets past the door [ASVS v5.0.0-8.3.1]', async () => {
  for (const { path, open } of routes)
    expect([path, await call(api.nobody, path)]).toEqual([path, open === 'everybody' ? 'MALFORMED' : 'NOT_SIGNED_IN']);
});

describe.each(allRoles)('%s', (role) => {
  test('may call exactly what the table of permissions gives it [ASVS v5.0.0-8.2.1]', async () => {
    const caller = api.inRole(role);
    for (const { path, open } of routes) {
      const allowed = open === 'everybody' || open === 'signedIn' || (open !== undefined && mayCall(role, open));
      expect([path, await call(caller, path)]).toEqual([path, allowed ? 'MALFORMED' : 'FORBIDDEN']);
    }
  });
});
