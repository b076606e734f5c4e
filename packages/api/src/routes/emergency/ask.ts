import { askAccess } from '@lianban/db/emergency/ask';
import { instant } from '@lianban/domain/civil-date';
import { safeTextUpTo } from '@lianban/domain/safe-text';
import { z } from 'zod';
import { routeFor } from '../../trpc.ts';
import { askerOf } from '../../trail/asker.ts';
import { writtenReason } from '../written-reason.ts';

const input = z.object({
  accessId: z.uuid(),
  caseNumber: safeTextUpTo(60).trim().min(1),
  reason: writtenReason,
  untilAt: z.iso.datetime(),
});

/** Asks to be let into a secret case; the answer is the same whether or not there is one of that number. */
export const ask = routeFor('emergency.ask')
  .input(input)
  .output(z.void())
  .mutation(({ ctx: { services, identity }, input: { accessId, untilAt, ...asked } }) =>
    askAccess(services.database.pool, askerOf(identity), {
      id: accessId,
      ...asked,
      untilAt: instant(Date.parse(untilAt)),
    }),
  );
