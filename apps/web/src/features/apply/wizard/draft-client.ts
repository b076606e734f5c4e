import type { AppRouter } from '@lianban/api/router';
import { createTRPCClient, httpLink } from '@trpc/client';

// The link speaks of a request in general; in a browser it is the browser's.
const keptAlive = (input: RequestInfo | URL | string, init?: object): Promise<Response> =>
  fetch(input, { ...init, keepalive: true });

/** Client whose requests outlive the page, so that leaving it does not cut a save off. Bodies up to 64 kB. */
export const draftClient = createTRPCClient<AppRouter>({
  links: [httpLink({ url: '/trpc', fetch: keptAlive })],
});
