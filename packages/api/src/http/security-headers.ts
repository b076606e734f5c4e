import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { answerPolicy } from './content-policy.ts';
import { hasTls } from './tls.ts';

const YEAR_S = 31_536_000;

/** What no page of ours asks a browser for, so that nothing that got into one can. */
const FEATURES = ['camera', 'display-capture', 'geolocation', 'hid', 'microphone', 'midi', 'payment', 'serial', 'usb'];

/**
 * Every answer tells the browser to take it for what it says it is, to show it in no frame, to load and run nothing, to
 * keep it nowhere and to tell no other site; pages and assets lift what they need. Helmet knows most of it.
 */
export async function hardenAnswers(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
  });
  const headers = {
    'content-security-policy': answerPolicy,
    'permissions-policy': FEATURES.map((feature) => `${feature}=()`).join(', '),
    'cache-control': 'no-store',
  };
  app.addHook('onRequest', (request, reply, done) => {
    // The host is what `Host` says. Proxies pass this header on from anybody, so it is not looked at even behind a trusted one.
    delete request.raw.headers['x-forwarded-host'];
    void reply.headers(headers);
    if (hasTls(request)) void reply.header('strict-transport-security', `max-age=${YEAR_S}; includeSubDomains`);
    done();
  });
}
