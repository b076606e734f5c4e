import type { RouteMeta } from '@lianban/api/trpc';
import { mayCall } from '@lianban/domain/permission';
import { roles, type Role } from '@lianban/domain/role';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callers, type Caller, type Callers } from '../support/caller.ts';
import { routeDefinitions } from '../support/every-route.ts';

let api: Callers;
beforeAll(async () => {
  api = await callers();
});
afterAll(() => api.close());

const routes = Object.entries(routeDefinitions).map(([path, { _def }]) => ({
  path,
  open: (_def.meta as RouteMeta | undefined)?.open, // no route is made with another
}));
const allRoles = Object.keys(roles) as Role[];

const FOR_EVERYBODY = [
  'calendar.range',
  'case.track',
  'catalogue.items',
  'session.beginSignIn',
  'session.completeSignIn',
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
  'session.beginLink',
  'session.completeLink',
  'session.beginStepUp',
  'session.completeStepUp',
  'session.identities',
  'session.unlinkIdentity',
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
  expect(allRoles).toHaveLength(23);
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
