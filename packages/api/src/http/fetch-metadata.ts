import { LianbanError } from '@lianban/domain/error';
import type { FastifyRequest } from 'fastify';
import { hasTls } from './tls.ts';

/** What the fetches and event streams of our own pages say of themselves. */
const OWN = {
  'sec-fetch-site': ['same-origin'],
  'sec-fetch-mode': ['cors', 'same-origin'],
  'sec-fetch-dest': ['empty'],
} as const;

/**
 * Refuses every call that does not come from a page of ours: from another site, as a navigation, or as something that is
 * loaded into a page. Browsers say so in `Origin` and `Sec-Fetch-*`, which no page can forge. Whatever changes something
 * has to bring one of the two that names this site; what only reads may bring neither, as old browsers do.
 * @throws LianbanError FOREIGN_ORIGIN naming the header that told it
 */
export function refuseForeign(request: FastifyRequest): void {
  const { headers } = request;
  const { origin } = headers;
  refuseUnlike(request, OWN);
  const reads = request.method === 'GET';
  if (!reads && origin === undefined && headers['sec-fetch-site'] === undefined)
    throw new LianbanError('FOREIGN_ORIGIN', { by: 'origin', missing: true });
}

/** What a link of ours to a file says of itself besides, or an address that somebody typed. */
const OWN_DOWNLOAD = {
  'sec-fetch-site': [...OWN['sec-fetch-site'], 'none'],
  'sec-fetch-mode': [...OWN['sec-fetch-mode'], 'navigate'],
  'sec-fetch-dest': [...OWN['sec-fetch-dest'], 'document'],
} as const;

/**
 * Refuses a download that another site leads to, or that is loaded into a page as an image, a frame or a script.
 * @throws LianbanError FOREIGN_ORIGIN naming the header that told it
 */
export const refuseForeignDownload = (request: FastifyRequest): void => refuseUnlike(request, OWN_DOWNLOAD);

function refuseUnlike(request: FastifyRequest, known: Readonly<Record<string, readonly string[]>>): void {
  const { origin } = request.headers;
  if (origin !== undefined && !isOwn(origin, request)) throw new LianbanError('FOREIGN_ORIGIN', { by: 'origin' });
  for (const [name, own] of Object.entries(known)) {
    const said = request.headers[name];
    if (said !== undefined && !own.some((value) => value === said))
      throw new LianbanError('FOREIGN_ORIGIN', { by: name });
  }
}

/** Whether that is the site to which the request was sent; over TLS wherever there is TLS. */
function isOwn(origin: string, request: FastifyRequest): boolean {
  try {
    const { host, protocol } = new URL(origin);
    return host === request.headers.host && (protocol === 'https:' || !hasTls(request));
  } catch {
    return false; // `null`, as sandboxed frames send it, is no place of ours
  }
}
