import { registerEnterprise as record } from '@lianban/db/organisation/enterprises';
import { z } from 'zod';
import { installationRouteFor } from '../../trpc.ts';
import { administratorOf, districtId, personName, words } from './inputs.ts';

/** Registers an enterprise of the province under its credit code. */
export const registerEnterprise = installationRouteFor('organisation.registerEnterprise')
  .input(
    z.object({
      ...{ name: words(100), creditCode: z.string().regex(/^[0-9A-Z]{18}$/), legalPerson: personName },
      ...{ address: words(200), districtId: districtId.nullable() },
    }),
  )
  .output(z.object({ enterpriseId: z.string() }))
  .mutation(({ ctx: { services, identity }, input }) =>
    record(services.database.pool, administratorOf(identity), input),
  );
