import { alarmedCases, raiseAlarm, resolveAlarm } from '@lianban/db/alarm';
import { appendAudit, caseStream } from '@lianban/db/audit';
import { holdCalendar, lockCase } from '@lianban/db/locks';
import { openCase, openCasesAfter, type OpenCase } from '@lianban/db/queries/case-state';
import { rounds, type Rounds } from '@lianban/db/rounds';
import { handOutAgain } from '@lianban/db/submission';
import { inTransaction } from '@lianban/db/transaction';
import { instant } from '@lianban/domain/civil-date';
import type { Client } from '@temporalio/client';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { carry, carryAnew } from './case-workflow.ts';
import { healthOf, reportedCases, withoutWorkflow, type Health } from './health.ts';
import { Patience } from './patience.ts';

const EVERY_MS = 5_000;
/** Open cases compared with the engine per round; one question to the engine, whatever their number. */
const PER_ROUND = 100;

/** Why a case is started again from its ledger. */
export type Ailment = Exclude<Health, 'well' | 'failing'>;

interface Parts {
  readonly client: Client;
  readonly pool: Pool;
  readonly log: Logger;
}

/** Looks after the workflows of open cases. */
export interface Healer extends Rounds {
  /** Looks at this case in the next round, which begins now. */
  suspect(caseId: string): void;
}

/**
 * Compares record and engine: every open case has a workflow, and its workflow gets on. One that is missing or whose
 * task fails again and again is started from the ledger, with an alarm and an audit entry; a case that does not recover
 * is tried less and less often and its alarm stays open. Looked at are cases that somebody suspects, those the engine
 * itself reports, those with an open alarm, and all open ones in turn.
 */
export function startHealer(parts: Parts): Healer {
  const suspects = new Set<string>();
  const patience = new Patience();
  let after: string | null = null;
  const round = async (): Promise<void> => {
    for (const caseId of await reportedCases(parts.client)) suspects.add(caseId);
    for (const caseId of await alarmedCases(parts.pool, ALARM)) suspects.add(caseId);
    for (const caseId of [...suspects]) if (await lookAgain(parts, patience, caseId)) suspects.delete(caseId);
    const page = await openCasesAfter(parts.pool, after, PER_ROUND);
    for (const open of await withoutWorkflow(parts.client, page)) await look(parts, patience, open);
    after = page.length < PER_ROUND ? null : (page.at(-1)?.caseId ?? null);
  };
  const turning = rounds('healer', { everyMs: EVERY_MS, log: parts.log }, round);
  return {
    ...turning,
    suspect: (caseId) => {
      suspects.add(caseId);
      turning.hurry();
    },
  };
}

/** True when the case gets on or is over, which ends its alarm; it is looked at again until then. */
async function lookAgain(parts: Parts, patience: Patience, caseId: string): Promise<boolean> {
  const open = await openCase(parts.pool, caseId);
  if (open !== undefined && (await look(parts, patience, open)) !== 'well') return false;
  patience.recovered(caseId);
  await resolveAlarm(parts.pool, ALARM, caseId);
  return true;
}

async function look(parts: Parts, patience: Patience, open: OpenCase): Promise<Health> {
  const health = await healthOf(parts.client, open.caseId);
  const ails = health === 'missing' || health === 'stuck';
  if (ails && patience.mayTry(open.caseId, Date.now())) await heal(parts, open, health);
  return health;
}

/** Kind of the alarm that is raised for a case whose workflow had to be started again. */
const ALARM = 'workflowRestarted';

/** Starts the case again from its ledger, unless it is over; what has been committed stays, what was under way is sent again by the relay. */
export async function heal({ client, pool, log }: Parts, open: OpenCase, ailment: Ailment): Promise<void> {
  const { caseId } = open;
  if ((await openCase(pool, caseId)) === undefined) return; // closed since it was read, and so its workflow has ended
  if (ailment === 'missing') {
    if (!(await carry(client, open))) return; // somebody was quicker
  } else await carryAnew(client, open);
  log.warn({ caseId, ailment }, 'workflow started again from the ledger');
  await raiseAlarm(pool, { kind: ALARM, caseId, detail: { ailment } });
  await inTransaction(pool, `${holdCalendar}; ${lockCase(caseId)}`, (db) =>
    appendAudit(db, {
      stream: caseStream(caseId),
      at: instant(Date.now()),
      action: 'engine.restart',
      by: null,
      detail: { ailment },
    }),
  );
  await handOutAgain(pool, caseId);
}
