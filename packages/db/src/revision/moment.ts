import type { Instant } from '@lianban/domain/civil-date';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool, PoolClient } from 'pg';
import { appendAudit, personStream } from '../audit.ts';
import { lockStream } from '../locks.ts';
import { selectOne, type Queryable } from '../queryable.ts';
import { inTransaction, type RolledBack } from '../transaction.ts';

// Ten thousand cases take seconds, and turns under way are waited for.
const PATIENCE =
  "SET LOCAL statement_timeout = '60s'; SET LOCAL lock_timeout = '30s'; SET LOCAL plan_cache_mode = 'auto'";

/** Runs `work` in one transaction that holds the calendar as `lock` says, with time for every open case. */
export const inRevision = <T>(
  pool: Pool,
  { lock, by }: { readonly lock: string; readonly by: Actor },
  work: (client: PoolClient) => Promise<T | RolledBack<T>>,
): Promise<T> => inTransaction(pool, `${PATIENCE}; ${lock}; ${lockStream(personStream(by.personId))}`, work);

/** The clock of the database, and the name of who acts. */
export const momentOf = (
  db: Queryable,
  { personId }: Actor,
): Promise<{ readonly now: Instant; readonly name: string }> =>
  selectOne(db, {
    text: `SELECT date_trunc('milliseconds', clock_timestamp()) AS now, name FROM person WHERE id = $1`,
    values: [personId],
  });

/** Writes to the audit what somebody did with a revision. */
export const noteRevision = (
  db: Queryable,
  { by, at, act, detail }: { by: Actor; at: Instant; act: string; detail: Readonly<Record<string, unknown>> },
): Promise<void> => appendAudit(db, { stream: personStream(by.personId), at, action: `revision.${act}`, by, detail });
