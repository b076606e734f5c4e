import { personFile } from '@lianban/db/organisation/person-file';
import { interestsOf } from '@lianban/db/separation/interests';
import { LianbanError } from '@lianban/domain/error';
import { z } from 'zod';
import { installationRouteFor } from '../../trpc.ts';
import { personFileView } from '../../views/organisation.ts';

/** What is known of somebody of one's province: posts with their history, account, latest acts. */
export const person = installationRouteFor('organisation.person')
  .input(z.object({ personId: z.uuid() }))
  .output(personFileView)
  .query(async ({ ctx: { services, identity }, input: { personId } }) => {
    const file = await personFile(services.database.pool, personId, identity.post.province);
    if (file === undefined) throw new LianbanError('NO_SUCH_PERSON', { personId });
    const interests = await interestsOf(services.database.pool, personId);
    return { ...file, interests, provider: services.provider?.setting.issuer ?? null };
  });
