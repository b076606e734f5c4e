import type { Role } from '@lianban/domain/role';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { queryClient, trpc } from './api.ts';

/** The signed-in person: posts held, the post in which one acts, the enterprise if any, and today's date. */
export type Me = NonNullable<inferOutput<typeof trpc.session.me>>;

/** For whom the console is laid out. */
export type Audience = 'officer' | 'enterprise' | 'supervisor' | 'administrator' | 'auditor';

const audiences = {
  APP: 'enterprise',
  DIST: 'enterprise',
  SUP: 'supervisor',
  ADM: 'administrator',
  AUD: 'auditor',
} as const satisfies Partial<Record<Role, Audience>>;

/** The audience to which a role belongs; all roles of the bureaus that act on cases are officers. */
export const audienceOf = (role: string): Audience =>
  role === 'APP' || role === 'DIST' || role === 'SUP' || role === 'ADM' || role === 'AUD' ? audiences[role] : 'officer';

/** Where each audience starts. */
export const homeOf = {
  officer: '/inbox',
  enterprise: '/applications',
  supervisor: '/supervise',
  administrator: '/admin/operations',
  auditor: '/audit',
} as const satisfies Record<Audience, string>;

/** The signed-in person from the cache or the API; null when nobody is signed in. */
export const readMe = (): Promise<Me | null> =>
  queryClient.ensureQueryData(trpc.session.me.queryOptions(undefined, { staleTime: 60_000 }));

/** The signed-in person, or null on public pages. */
export const useMaybeMe = (): Me | null => useSuspenseQuery(trpc.session.me.queryOptions()).data;

/**
 * The signed-in person.
 * @throws Error outside the pages that ask for a sign-in.
 */
export function useMe(): Me {
  const me = useMaybeMe();
  if (!me) throw new Error('useMe is for signed-in pages');
  return me;
}
