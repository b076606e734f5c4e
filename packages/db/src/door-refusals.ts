import { instant, type Instant } from '@lianban/domain/civil-date';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool } from 'pg';
import { appendAudit, personStream, type AuditedAct } from './audit.ts';
import { lockStream, tryLockDoor } from './locks.ts';
import { namedAddresses } from './named-addresses.ts';
import { select, selectOne, type Queryable } from './queryable.ts';
import { inTransaction, RolledBack } from './transaction.ts';

/** Refusals made before a route is asked. */
export type DoorRule = 'FOREIGN_ORIGIN' | 'TOO_MANY_ATTEMPTS';

/** Refusals of one caller at one address in one way, as a process counted them since it last wrote them down. */
export interface DoorRefusals {
  /** Null for somebody who is not signed in. */
  readonly actor: Actor | null;
  readonly address: string;
  readonly rule: DoorRule;
  /** The header that told it, or whose calls were counted. */
  readonly way: string;
  readonly times: number;
  readonly from: Instant;
  readonly to: Instant;
}

/** Stream of refusals at the door of those who are not signed in. */
export const DOOR_STREAM = 'door:unknown';

const KEEP = `INSERT INTO door_refusal (actor, address, rule, way, times, first_at, last_at)
  SELECT actor, address, rule, way, times, "from", "to" FROM jsonb_to_recordset($1::jsonb)
    AS r (actor jsonb, address text, rule text, way text, times int, "from" timestamptz, "to" timestamptz)`;

/** Keeps what a process has counted until the minute is over. */
export async function keepDoorRefusals(db: Queryable, counted: readonly DoorRefusals[]): Promise<void> {
  const rows = counted.map(({ actor, ...row }) => (actor === null ? row : { actor, ...row })); // null would be that of JSON
  await select(db, { name: 'door-keep', text: KEEP, values: [JSON.stringify(rows)] });
}

// The oldest minute that is over; what a process wrote at its very end has had its time to be committed.
const TAKE = `DELETE FROM door_refusal WHERE at < least(
    (SELECT date_trunc('minute', min(at)) + interval '1 minute' FROM door_refusal), date_trunc('minute', now() - interval '2 seconds'))
  RETURNING actor, address, rule, way, times, first_at AS "from", last_at AS "to"`;

/**
 * Writes what was refused within a minute into the trail: of each account and rule one row, on its chain, and of everybody
 * who is not signed in one row for each rule, however many there were. One process does this at a time. 'more' when more may be left.
 */
export const tellDoorRefusals = (pool: Pool): Promise<'more' | void> =>
  inTransaction<'more' | void>(pool, '', async (client) => {
    if (!(await selectOne<{ held: boolean }>(client, { text: tryLockDoor })).held) return new RolledBack(undefined);
    const refusals = await select<DoorRefusals>(client, { name: 'door-take', text: TAKE });
    if (refusals.length === 0) return new RolledBack(undefined);
    for (const told of byCallerAndRule(refusals)) {
      const act = actOf(told);
      await select(client, { text: lockStream(act.stream) });
      await appendAudit(client, act);
    }
    return 'more';
  });

/** What one row tells: whose refusals, by which rule, and all of them. */
interface Told {
  readonly by: Actor | null;
  readonly rule: DoorRule;
  readonly refusals: DoorRefusals[];
}

function byCallerAndRule(refusals: readonly DoorRefusals[]): readonly Told[] {
  const rows = new Map<string, Told>();
  for (const refusal of refusals) {
    const { actor: by, rule } = refusal;
    const key = `${streamOf(by)} ${rule}`;
    const told = rows.get(key) ?? { by, rule, refusals: [] };
    told.refusals.push(refusal);
    rows.set(key, told);
  }
  return [...rows].sort(([a], [b]) => a.localeCompare(b)).map(([, told]) => told); // chains are locked in one order
}

const streamOf = (by: Actor | null): string => (by === null ? DOOR_STREAM : personStream(by.personId));

function actOf({ by, rule, refusals }: Told): AuditedAct {
  const ways: Record<string, number> = {};
  for (const { way, times } of refusals) ways[way] = (ways[way] ?? 0) + times;
  const ends = refusals.map(({ to }) => to).sort();
  return {
    ...{ stream: streamOf(by), at: instant(Date.now()), action: 'access.refusedAtDoor', by },
    detail: {
      ...{ rule, times: refusals.reduce((sum, { times }) => sum + times, 0), ways },
      ...{ from: refusals.map(({ from }) => from).sort()[0], to: ends.at(-1) },
      ...namedAddresses(refusals),
    },
  };
}
