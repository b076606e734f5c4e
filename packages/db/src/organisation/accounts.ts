import { LianbanError } from '@lianban/domain/error';
import type { Pool } from 'pg';
import { personStream } from '../audit.ts';
import { lockStream } from '../locks.ts';
import { select } from '../queryable.ts';
import { tellOfChange } from '../sign-in/account-notice.ts';
import { endWithin } from '../sign-in/sessions.ts';
import { endBroken } from '../stand-in/over.ts';
import { refuseWithoutAdministrator } from './administrators.ts';
import { administer, noteAct, type Administrator, type Administration } from './administration.ts';
import { handBack } from './hand-back.ts';
import type { GivenPassword } from './people.ts';
import type { Loss } from './posts.ts';
import { otherPerson } from './staff.ts';
import { refuseUnowned, type LeftPlace } from './unowned.ts';

/** Whose account changes, and why. */
export interface AccountChange {
  readonly personId: string;
  readonly reason: string;
}

/**
 * Disables an account: all its sessions end at once, and whatever the person has taken goes back to its pool. Posts stay.
 * @throws LianbanError NO_SUCH_PERSON, OWN_RIGHTS, NOTHING_TO_CHANGE, LAST_ADMINISTRATOR; LEFT_WITHOUT_OWNER unless confirmed.
 */
export const disableAccount = (
  pool: Pool,
  administrator: Administrator,
  { personId, reason, confirmed }: AccountChange & { readonly confirmed: boolean },
): Promise<Loss> =>
  administer(pool, { ...administrator, movesDuties: true }, async (administration) => {
    const { client, by, now, today } = administration;
    const { name, isDisabled } = await otherPerson(administration, personId);
    if (isDisabled) throw new LianbanError('NOTHING_TO_CHANGE');
    const text = 'UPDATE person SET disabled_at = $2 WHERE id = $1';
    await select(client, { text, values: [personId, now] });
    const places = await placesOf(administration, personId);
    if (places.some(({ role }) => role === 'ADM')) await refuseWithoutAdministrator(administration, today);
    await refuseUnowned(administration, places, confirmed);
    await endBroken(client, { province: administration.province, by, at: now });
    const handedBack = await handBack(client, { of: personId, by, at: now });
    const endedSessions = await endAll(administration, personId, 'disabled');
    const loss = { handedBack, endedSessions };
    await noteAct(administration, 'disableAccount', { person: { personId, name }, reason, ...loss });
    return loss;
  });

/** Enables an account again; its posts are what they are on that day. @throws LianbanError NO_SUCH_PERSON, OWN_RIGHTS, NOTHING_TO_CHANGE. */
export const enableAccount = (
  pool: Pool,
  administrator: Administrator,
  { personId, reason }: AccountChange,
): Promise<void> =>
  administer(pool, administrator, async (administration) => {
    const { name, isDisabled } = await otherPerson(administration, personId);
    if (!isDisabled) throw new LianbanError('NOTHING_TO_CHANGE');
    await select(administration.client, {
      text: 'UPDATE person SET disabled_at = NULL WHERE id = $1',
      values: [personId],
    });
    await noteAct(administration, 'enableAccount', { person: { personId, name }, reason });
  });

/**
 * Gives somebody who cannot sign in any more a one-time password; all their sessions end, and their devices are strangers.
 * @throws LianbanError NO_SUCH_PERSON also for somebody without an account, OWN_RIGHTS, ACCOUNT_DISABLED.
 */
export const renewPassword = (
  pool: Pool,
  administrator: Administrator,
  { personId, reason, passwordHash, validHours }: AccountChange & GivenPassword,
): Promise<{ readonly user: string }> =>
  administer(pool, administrator, async (administration) => {
    const { name, user, isDisabled } = await otherPerson(administration, personId);
    if (user === null) throw new LianbanError('NO_SUCH_PERSON', { personId });
    if (isDisabled) throw new LianbanError('ACCOUNT_DISABLED');
    await select(administration.client, {
      text: `WITH devices AS (DELETE FROM known_device WHERE person_id = $1)
        UPDATE credential SET password_hash = $2, changed_at = now(), must_change = true, valid_until = now() + $3 * interval '1 hour'
        WHERE person_id = $1`,
      values: [personId, passwordHash, validHours],
    });
    const endedSessions = await endAll(administration, personId, 'passwordRenewed');
    await noteAct(administration, 'renewPassword', { person: { personId, name }, reason, endedSessions });
    await tellOfChange(administration.client, personId, 'organisation.renewPassword');
    return { user };
  });

const placesOf = ({ client, today }: Administration, personId: string): Promise<readonly LeftPlace[]> =>
  select<LeftPlace>(client, {
    text: `SELECT role, unit_id AS "unitId", greatest(since, $2) AS "from" FROM post
      WHERE person_id = $1 AND (until IS NULL OR until >= $2)`,
    values: [personId, today],
  });

/** Ends all sessions of the person, within an act of administration. Gives how many there were. */
export async function endAll(
  { client, by }: Administration,
  personId: string,
  reason: 'disabled' | 'passwordRenewed' | 'identityChanged',
): Promise<number> {
  await select(client, { text: lockStream(personStream(personId)) });
  return endWithin(client, personId, { which: { all: true }, action: 'session.end', by, reason });
}
