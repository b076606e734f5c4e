import { alarmedCases, raiseAlarm, resolveAlarm } from '@lianban/db/alarm';
import { appendAudit, caseStream } from '@lianban/db/audit';
import { lockCase } from '@lianban/db/locks';
import { openCase, openCasesAfter, type OpenCase } from '@lianban/db/queries/case-state';
import { inTransaction } from '@lianban/db/transaction';
import { instant } from '@lianban/domain/civil-date';
import { caseWorkflowId } from '@lianban/workflows/messages';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { carry, carryAnew } from './case-workflow.ts';
import { rounds, type Rounds } from './rounds.ts';
import { Patience } from './patience.ts';

/** Attempts of one workflow task after which its workflow counts as stuck: a worker that is restarted takes two. */
const STUCK_AFTER_ATTEMPTS = 3;
const EVERY_MS = 5_000;
/** Cases looked at per round; with the pause this is what a sweep of everything costs the engine. */
const PER_ROUND = 100;

/** Why a case is started again from its ledger. */
export type Ailment = 'missing' | 'stuck';

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
 * is tried less and less often and its alarm stays open. Suspected cases first, then all open ones in turn.
 */
export function startHealer(parts: Parts): Healer {
  const suspects = new Set<string>();
  const patience = new Patience();
  let after: string | null = null;
  const round = async (): Promise<void> => {
    const urgent = [...suspects, ...(await alarmedCases(parts.pool, ALARM))];
    suspects.clear();
    for (const caseId of new Set(urgent)) await lookAgain(parts, patience, caseId);
    const page = await openCasesAfter(parts.pool, after, PER_ROUND);
    for (const open of page) await look(parts, patience, open);
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

/** Looks at a case that is suspected or has an alarm; the alarm ends when the case gets on or is over. */
async function lookAgain(parts: Parts, patience: Patience, caseId: string): Promise<void> {
  const open = await openCase(parts.pool, caseId);
  if (open !== undefined && (await look(parts, patience, open)) !== null) return;
  patience.recovered(caseId);
  await resolveAlarm(parts.pool, ALARM, caseId);
}

async function look(parts: Parts, patience: Patience, open: OpenCase): Promise<Ailment | null> {
  const ailment = await ailmentOf(parts.client, open.caseId);
  if (ailment !== null && patience.mayTry(open.caseId, Date.now())) await heal(parts, open, ailment);
  return ailment;
}

/** What is wrong with the workflow of an open case; null when it gets on. */
export async function ailmentOf(client: Client, caseId: string): Promise<Ailment | null> {
  try {
    const { status, raw } = await client.workflow.getHandle(caseWorkflowId(caseId)).describe();
    if (status.name !== 'RUNNING') return 'missing';
    return Number(raw.pendingWorkflowTask?.attempt ?? 0) > STUCK_AFTER_ATTEMPTS ? 'stuck' : null;
  } catch (failure) {
    if (failure instanceof WorkflowNotFoundError) return 'missing';
    throw failure;
  }
}

/** Kind of the alarm that is raised for a case whose workflow had to be started again. */
const ALARM = 'workflowRestarted';

/** Starts the case again from its ledger; what has been committed stays, what was under way is sent again by the relay. */
export async function heal({ client, pool, log }: Parts, open: OpenCase, ailment: Ailment): Promise<void> {
  const { caseId } = open;
  if (ailment === 'missing') {
    if (!(await carry(client, open))) return; // somebody was quicker
  } else await carryAnew(client, open);
  log.warn({ caseId, ailment }, 'workflow started again from the ledger');
  await raiseAlarm(pool, { kind: ALARM, caseId, detail: { ailment } });
  await inTransaction(pool, lockCase(caseId), (db) =>
    appendAudit(db, {
      ...{ stream: caseStream(caseId), at: instant(Date.now()), action: 'engine.restart', by: null },
      detail: { ailment },
    }),
  );
}
