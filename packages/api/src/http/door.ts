import type { LianbanError } from '@lianban/domain/error';
import type { FastifyRequest } from 'fastify';
import type { Services } from '../context.ts';
import { tokenIn } from '../identity/cookie.ts';
import type { Identity } from '../identity/identity.ts';
import { identityOf } from '../identity/session.ts';

/**
 * Counts for the trail what was refused before it was asked who calls. Whose browser a foreign call was made in is looked up,
 * because it is somebody's session that was to be used; of too many calls the address is enough, so that they cost nothing.
 */
export async function countAtDoor(services: Services, request: FastifyRequest, refusal: LianbanError): Promise<void> {
  const identity = refusal.code === 'FOREIGN_ORIGIN' ? await behind(services, request) : null;
  services.door.count(refusal, { identity, address: request.ip });
}

async function behind({ database, log }: Services, request: FastifyRequest): Promise<Identity | null> {
  const token = tokenIn(request, 'session');
  if (token === null) return null;
  try {
    return await identityOf(database, token, false);
  } catch (err) {
    log.warn({ err }, 'whose call was refused at the door could not be looked up');
    return null;
  }
}
