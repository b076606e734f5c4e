import { LianbanError } from '@lianban/domain/error';
import type { Purpose } from '@lianban/db/sign-in/provider-attempt';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Services } from '../context.ts';
import { codedOf } from '../errors/coded.ts';
import { keepToken, tokenIn } from '../identity/cookie.ts';
import { arrive } from '../identity/provider/attempt.ts';
import { CALLBACK } from '../identity/provider/callback.ts';
import { guessing } from '../identity/policy.ts';
import type { Rates } from './rates.ts';

/** Pages of the console that ask for what the browser came back for. */
const RETURN = '/provider-return';

/** What the callback is made of. */
export interface CallbackScope {
  readonly services: Services;
  readonly rates: Rates;
}

/**
 * Where the identity provider sends browsers back to: the one door that another site leads to with something in it. It takes
 * a browser that goes there, with the cookie it left with, keeps whom the provider names, and sends it on to a page of ours.
 * Nothing of the address line is shown, kept, or gone on to.
 */
export function serveCallback(app: FastifyInstance, { services, rates }: CallbackScope): void {
  app.get(CALLBACK, { exposeHeadRoute: false }, async (request, reply) => {
    await rates.countAddress(request, 'read');
    refuseLoaded(request);
    if (!(await rates.mayTry(request, CALLBACK, guessing.signInsPerMinute.value)))
      throw new LianbanError('TOO_MANY_ATTEMPTS', { seconds: 60, per: 'route' });
    const at = request.url.indexOf('?');
    const search = at < 0 ? '' : request.url.slice(at);
    const place = await placeAfter(() =>
      arrive(services, {
        token: tokenIn(request, 'attempt'),
        search,
        address: request.ip,
        keepToken: (cookie, kept) => keepToken({ request, reply }, cookie, kept),
      }),
    );
    return reply.redirect(place, 303);
  });
}

/** A page may lead here; an image, a frame or a script may not. @throws LianbanError FOREIGN_ORIGIN */
function refuseLoaded({ headers }: FastifyRequest): void {
  const { 'sec-fetch-mode': mode, 'sec-fetch-dest': destination } = headers;
  if (mode !== undefined && mode !== 'navigate') throw new LianbanError('FOREIGN_ORIGIN', { by: 'sec-fetch-mode' });
  if (destination !== undefined && destination !== 'document')
    throw new LianbanError('FOREIGN_ORIGIN', { by: 'sec-fetch-dest' });
}

async function placeAfter(arriving: () => Promise<Purpose>): Promise<string> {
  try {
    return `${RETURN}?for=${await arriving()}`;
  } catch (failure) {
    const { code } = codedOf(failure);
    switch (code) {
      case 'ATTEMPT_OVER':
      case 'PROVIDER_REFUSED':
      case 'PROVIDER_UNAVAILABLE':
        return `${RETURN}?refused=${code}`;
      default:
        throw failure;
    }
  }
}
