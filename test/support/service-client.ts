import type { AppRouter } from '@lianban/api/router';
import { createTRPCClient, httpLink, TRPCClientError, type TRPCClient } from '@trpc/client';

/** Of every account of the demonstration. */
export const PASSWORD = 'lianban-2026';

/** Somebody who is signed in over HTTP. */
export interface SignedInClient {
  readonly trpc: TRPCClient<AppRouter>;
  readonly cookie: string;
}

/** Signs in at that address and keeps the cookie as a browser would. */
export async function signIn(address: string, user: string, password = PASSWORD): Promise<SignedInClient> {
  let cookie = '';
  const trpc = createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${address}/trpc`,
        headers: () => ({ origin: address, ...(cookie === '' ? {} : { cookie }) }),
        fetch: async (input, init) => {
          const response = await fetch(input, init as RequestInit); // the link's own type leaves out what fetch adds
          const [set] = response.headers.getSetCookie();
          if (set !== undefined) cookie = set.split(';')[0] ?? '';
          return response;
        },
      }),
    ],
  });
  await trpc.session.signIn.mutate({ user, password });
  return { trpc, cookie };
}

/** The coded refusal in an answer; null when the failure is something else, such as a lost connection. */
export function codeOf(failure: unknown): string | null {
  if (!(failure instanceof TRPCClientError)) return null;
  const data: unknown = failure.data;
  if (typeof data !== 'object' || data === null || !('lianban' in data)) return null;
  const { lianban } = data;
  return typeof lianban === 'object' && lianban !== null && 'code' in lianban ? String(lianban.code) : null;
}
