import { dueOf } from '@lianban/domain/due';
import type { Due } from '@lianban/domain/ask';
import { LianbanError } from '@lianban/domain/error';
import type { CommitResult, Row, Turn } from '@lianban/workflows/kernel/turn';
import type { Pool, PoolClient } from 'pg';
import { calendarAt } from './calendar.ts';
import { factsOf, type Facts } from './commit/facts.ts';
import { figuresOf } from './commit/figures.ts';
import { rowsOfTurn, storedDues } from './commit/rows.ts';
import { readStanding } from './commit/standing.ts';
import { writeTurn } from './commit/statement.ts';
import { tellNotices } from './commit/tell-notices.ts';
import { tellOfRetraction } from './commit/tell-of-retraction.ts';
import { rowAt } from './ledger.ts';
import { holdCalendar, holdCase, lockCase } from './locks.ts';
import { inTransaction, RolledBack } from './transaction.ts';

/**
 * Appends the turn as one transaction — ledger, case, duties, clocks, documents, numbers, outbox, audit, notice — or
 * hands back the row that already stands at its version. A lapse is `deferred` while an answer, or the taking back of what
 * opened its duty, that was received in time is still being recorded, or the database's clock has not reached the due instant.
 * @throws LianbanError NO_SUCH_CASE when no application was received for a case that opens, INTERNAL when record and
 * engine disagree; nothing is written then.
 */
export function commitTurn(pool: Pool, turn: Turn): Promise<CommitResult> {
  const locks = [holdCalendar, ...holdParent(turn), lockCase(turn.caseId)].join('; ');
  return inTransaction<CommitResult>(pool, locks, async (client) => {
    const standing = await readStanding(client, turn);
    if (standing.row !== null) return new RolledBack<CommitResult>({ tag: 'stands', row: standing.row });
    if (standing.deferred) return new RolledBack<CommitResult>({ tag: 'deferred' });
    const facts = { ...factsOf(turn, standing), figures: await figuresOf(client, turn) };
    const { filing } = facts;
    const dues = await computeDues(pool, client, facts);
    if (await writeTurn(client, rowsOfTurn(facts, dues))) {
      await tellOfRetraction(client, turn);
      await tellNotices(client, turn, filing);
      return { tag: 'stands', row: rowOf(turn, dues) };
    }
    return new RolledBack<CommitResult>({ tag: 'stands', row: await standingRow(client, turn) });
  });
}

/** SQL: the secrecy of the case that this one comes from does not change while it opens. */
function holdParent({ input }: Turn): readonly string[] {
  if (input.kind !== 'open') return [];
  const { childOf, contests, convertedFrom } = input.opening;
  const parent = childOf?.caseId ?? convertedFrom?.caseId ?? contests?.caseId;
  return parent === undefined ? [] : [holdCase(parent)];
}

async function computeDues(
  pool: Pool,
  client: PoolClient,
  { turn, standing, filing }: Facts,
): Promise<ReadonlyMap<string, Due>> {
  if (turn.asks.length === 0) return new Map();
  if (standing.calendarEdition === null) throw new LianbanError('CALENDAR_GAP', { province: filing.province });
  const calendar = await calendarAt(pool, { db: client, province: filing.province, edition: standing.calendarEdition });
  return new Map(turn.asks.map((ask) => [ask.key, dueOf(ask, calendar)]));
}

function rowOf({ version, input, digest, entries }: Turn, dues: ReadonlyMap<string, Due>): Row {
  const amended = entries.flatMap((entry) => (entry.type === 'amended' ? [entry.id] : []));
  const row = { version, input, digest, dues: storedDues(dues), amended };
  if (input.kind !== 'retract') return row;
  return { ...row, cancelled: entries.flatMap((entry) => (entry.type === 'cancelled' ? [entry.key] : [])) };
}

async function standingRow(client: PoolClient, { caseId, version }: Turn): Promise<Row> {
  const row = await rowAt(client, caseId, version);
  if (row === undefined)
    throw new LianbanError('INTERNAL', { reason: 'request id stands at another version', caseId, version });
  return row;
}
