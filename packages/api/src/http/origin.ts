import { LianbanError } from '@lianban/domain/error';
import type { FastifyRequest } from 'fastify';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site sends in the name of somebody who is signed in here. Browsers state the origin of every
 * request that can change something; one that states none was not sent by a page and has to prove nothing.
 * @throws LianbanError FOREIGN_ORIGIN
 */
export function refuseForeignOrigin(request: FastifyRequest): void {
  if (SAFE.has(request.method)) return;
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') throw new LianbanError('FOREIGN_ORIGIN', { origin: origin ?? '' });
  if (origin !== undefined && hostOf(origin) !== host) throw new LianbanError('FOREIGN_ORIGIN', { origin });
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null; // `null`, as sandboxed frames send it, is no place of ours
  }
}
