import { LianbanError } from '@lianban/domain/error';
import type { Pool } from 'pg';
import { tellOfChange } from '../sign-in/account-notice.ts';
import { linkWithin, unlinkWithin, type ExternalIdentity } from '../sign-in/external-identity.ts';
import { endAll, type AccountChange } from './accounts.ts';
import { administer, noteAct, type Administrator } from './administration.ts';
import { otherPerson } from './staff.ts';

/**
 * Links an identity of the provider to the account of somebody of the province, as the provider's own administrators name it.
 * @throws LianbanError NO_SUCH_PERSON also for somebody without an account, OWN_RIGHTS, IDENTITY_HELD, IDENTITY_TAKEN.
 */
export const linkIdentityOf = (
  pool: Pool,
  administrator: Administrator,
  { personId, reason, ...identity }: AccountChange & ExternalIdentity,
): Promise<void> =>
  administer(pool, administrator, async (administration) => {
    const { name, user } = await otherPerson(administration, personId);
    if (user === null) throw new LianbanError('NO_SUCH_PERSON', { personId });
    await linkWithin(administration.client, personId, identity);
    await noteAct(administration, 'linkIdentity', { person: { personId, name }, ...identity, reason });
    await tellOfChange(administration.client, personId, 'organisation.linkIdentity');
  });

/**
 * Takes the identity of somebody of the province away; all their sessions end.
 * @throws LianbanError NO_SUCH_PERSON, OWN_RIGHTS, NOTHING_TO_CHANGE.
 */
export const unlinkIdentityOf = (
  pool: Pool,
  administrator: Administrator,
  { personId, issuer, reason }: AccountChange & Pick<ExternalIdentity, 'issuer'>,
): Promise<void> =>
  administer(pool, administrator, async (administration) => {
    const { name } = await otherPerson(administration, personId);
    const identity = await unlinkWithin(administration.client, personId, issuer);
    const endedSessions = await endAll(administration, personId, 'identityChanged');
    await noteAct(administration, 'unlinkIdentity', { person: { personId, name }, ...identity, reason, endedSessions });
    await tellOfChange(administration.client, personId, 'organisation.unlinkIdentity');
  });
