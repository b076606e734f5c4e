import type { FastifyRequest } from 'fastify';

/** Whether browsers reach the host by TLS: everywhere but on this machine, because the cookies need it. */
export const hasTls = ({ hostname }: FastifyRequest): boolean =>
  !/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(hostname);
