import { LianbanError } from '@lianban/domain/error';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether the text is a uuid, the only ids that are ever written into SQL text. */
export const isUuid = (text: string): boolean => UUID.test(text);

/** SQL: nothing else writes to this case until the transaction ends; comes after {@link holdCalendar}. @throws LianbanError MALFORMED */
export const lockCase = (caseId: string): string => `SELECT pg_advisory_xact_lock(2, hashtext('${uuid(caseId)}'))`;

/** SQL: no turn of this case is committed until the transaction ends; others may hold the same lock. */
export const holdCase = (caseId: string): string =>
  `SELECT pg_advisory_xact_lock_shared(2, hashtext('${uuid(caseId)}'))`;

/**
 * SQL: the calendar does not change until the transaction ends; the other side is {@link lockCalendar} and a trigger on its
 * tables. Whoever writes to a case takes this first, because a change of the calendar writes to many and locks none of them.
 */
export const holdCalendar = 'SELECT pg_advisory_xact_lock_shared(1, 0)';

/** SQL: no turn is committed, and nothing else written to any case, until the transaction ends. */
export const lockCalendar = 'SELECT pg_advisory_xact_lock(1, 0)';

/** SQL: nobody else appends to a chain of the audit that is not a case's until the transaction ends. */
export const lockStream = (stream: string): string =>
  `SELECT pg_advisory_xact_lock(3, hashtext('${stream.replaceAll("'", "''")}'))`;

/** SQL: nothing else comes to or goes from the files that wait for the answer to that duty until the transaction ends. */
export const lockDutyFiles = (caseId: string, duty: string): string =>
  `SELECT pg_advisory_xact_lock(9, hashtext('${uuid(caseId)}:${duty.replaceAll("'", "''")}'))`;

/** SQL: nothing else comes to or goes from the files that wait for that request until the transaction ends. */
export const lockRequestFiles = (requestId: string): string =>
  `SELECT pg_advisory_xact_lock(10, hashtext('${requestId.replaceAll("'", "''")}'))`;

/** SQL: whether this connection is now the one that sweeps lapses; it is until {@link unlockLapses} or until it ends. */
export const tryLockLapses = 'SELECT pg_try_advisory_lock(4, 0) AS held';

/** SQL: another connection may sweep lapses. */
export const unlockLapses = 'SELECT pg_advisory_unlock(4, 0)';

/** SQL: whether this transaction is the one that writes sign-in attempts into the audit. */
export const tryLockAttempts = 'SELECT pg_try_advisory_xact_lock(5, 0) AS held';

/** SQL: whether this transaction is the one that writes what requests have noted into the audit. */
export const tryLockNotes = 'SELECT pg_try_advisory_xact_lock(7, 0) AS held';

/** SQL: whether this transaction is the one that writes what was refused at the door into the audit. */
export const tryLockDoor = 'SELECT pg_try_advisory_xact_lock(8, 0) AS held';

/** SQL: nobody else makes the first administrator until the transaction ends. */
export const lockFirstAdministrator = 'SELECT pg_advisory_xact_lock(6, 0)';

function uuid(caseId: string): string {
  if (!isUuid(caseId)) throw new LianbanError('MALFORMED', { caseId });
  return caseId.toLowerCase();
}
