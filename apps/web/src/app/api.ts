import type { ErrorCode } from '@lianban/domain/error';
import type { AppRouter } from '@lianban/api/router';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink, TRPCClientError } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import i18next from 'i18next';
import { attentionHeaders } from './attention.ts';
import { codedIn } from './coded.ts';
import { stepUpLink } from './step-up-link.ts';

/** A refusal in words: code of the union, names and values, and one sentence in the language shown. */
export interface ShownError {
  readonly code: ErrorCode | 'OFFLINE';
  readonly detail: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** Reads the coded refusal of the API out of any error; null when it is not one (a bug of ours, say). */
export function lianbanError(error: unknown): ShownError | null {
  if (!(error instanceof TRPCClientError)) return null;
  const data: unknown = error.data;
  const coded = codedIn(data);
  const code = coded?.code ?? (data ? 'INTERNAL' : 'OFFLINE');
  return { code, detail: coded?.detail ?? {}, text: i18next.t(`errors:${code}`) };
}

/** A refusal that says that the session has ended: who is signed in is asked again, and the page gives way to the sign-in. */
export const signedOut = (error: unknown): void => {
  if (lianbanError(error)?.code === 'NOT_SIGNED_IN') void queryClient.invalidateQueries(trpc.session.me.queryFilter());
};

/** Cache of everything read from the API. Refusals are final; only a lost connection is tried again. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: signedOut }),
  mutationCache: new MutationCache({ onError: signedOut }),
  defaultOptions: {
    queries: { staleTime: 15_000, retry: (count, error) => lianbanError(error)?.code === 'OFFLINE' && count < 2 },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** Typed client: queries and mutations in batches, live events over server-sent events. */
export const client = createTRPCClient<AppRouter>({
  links: [
    stepUpLink,
    splitLink({
      condition: (operation) => operation.type === 'subscription',
      true: httpSubscriptionLink({ url: '/trpc' }),
      false: httpBatchLink({ url: '/trpc', maxURLLength: 2000, maxItems: 10, headers: attentionHeaders }),
    }),
  ],
});

/** Options for react-query by route: `useQuery(trpc.case.page.queryOptions({ caseId }))`. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient });
