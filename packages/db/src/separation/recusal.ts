import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { Province } from '@lianban/domain/province';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool, PoolClient } from 'pg';
import { appendAudit, caseStream } from '../audit.ts';
import { holdDuty } from '../claim.ts';
import { holdCalendar, lockCase } from '../locks.ts';
import { TODAY } from '../organisation/held-posts.ts';
import { select, selectFirst } from '../queryable.ts';
import { leaveTeams } from '../team/members.ts';
import { inTransaction } from '../transaction.ts';

/** Somebody asks to be left out of a case of their province. */
export interface RecusalAsked {
  readonly caseId: string;
  readonly by: Actor;
  readonly province: Province;
  readonly reason: string;
}

/**
 * Leaves the person out of the case from now on: what they hold goes back to its pool, and they leave its teams. It holds until the
 * head of section declines it. Asking again while it holds changes nothing.
 * @throws LianbanError NO_SUCH_CASE, CASE_CLOSED.
 */
export function askRecusal(pool: Pool, { caseId, by, province, reason }: RecusalAsked): Promise<void> {
  return inCase(pool, { caseId, province }, async (client, { now }) => {
    const asked = await select(client, {
      name: 'recusal-ask',
      text: ASK,
      values: [caseId, by.personId, by.postId, by.role, reason, now],
    });
    if (asked.length === 0) return;
    const detail = { reason, released: await releaseAll(client, caseId, by) };
    await appendAudit(client, { stream: caseStream(caseId), at: now, action: 'recusal.ask', by, detail });
    await leaveTeams({ client, caseId, by, now }, { personId: by.personId, because: 'recused' });
  });
}

const ASK = `
INSERT INTO recusal AS r (case_id, person_id, post_id, role, person_name, reason, asked_at)
SELECT $1, $2, $3, $4, p.name, $5, $6 FROM person p WHERE p.id = $2
ON CONFLICT (case_id, person_id) DO UPDATE SET state = 'asked', decided_at = NULL, decided_by = NULL, decided_by_name = NULL,
  reason = excluded.reason, asked_at = excluded.asked_at, post_id = excluded.post_id, role = excluded.role, person_name = excluded.person_name
  WHERE r.state = 'declined'
RETURNING r.case_id`;

async function releaseAll(client: PoolClient, caseId: string, by: Actor): Promise<readonly string[]> {
  const held = await select<{ key: string }>(client, {
    text: `SELECT key FROM duty WHERE case_id = $1 AND state = 'open' AND claimed_by_person = $2 ORDER BY key`,
    values: [caseId, by.personId],
  });
  for (const { key } of held) await holdDuty(client, { caseId, duty: key, by }, { person: null, post: null, at: null });
  return held.map(({ key }) => key);
}

/** What the head of section makes of it. */
export interface RecusalDecision {
  readonly caseId: string;
  readonly personId: string;
  readonly state: 'confirmed' | 'declined';
  readonly by: Actor;
  readonly province: Province;
}

/**
 * Decides on a recusal that was asked for. Declined, the person may take duties of the case again; nothing comes back by itself.
 * @throws LianbanError NO_SUCH_CASE, RECUSAL_DECIDED, SEPARATION for whoever asked it themselves.
 */
export function decideRecusal(pool: Pool, { caseId, personId, state, by, province }: RecusalDecision): Promise<void> {
  return inCase(pool, { caseId, province, closedToo: true }, async (client, { now }) => {
    if (personId === by.personId) throw new LianbanError('SEPARATION', { step: 'recusal' });
    const decided = await selectFirst<{ name: string }>(client, {
      name: 'recusal-decide',
      text: `UPDATE recusal SET state = $3, decided_at = $4, decided_by = $5, decided_by_name = (SELECT name FROM person WHERE id = $5)
        WHERE case_id = $1 AND person_id = $2 AND state = 'asked' RETURNING person_name AS name`,
      values: [caseId, personId, state, now, by.personId],
    });
    if (decided === undefined) throw new LianbanError('RECUSAL_DECIDED', { personId });
    const detail = { person: { personId, name: decided.name } };
    const action = state === 'confirmed' ? 'recusal.confirm' : 'recusal.decline';
    await appendAudit(client, { stream: caseStream(caseId), at: now, action, by, detail });
  });
}

interface Moment {
  readonly now: Instant;
  readonly today: CivilDate;
}

/** Runs `work` while nothing else is written to a case of the province, which is open unless said otherwise. */
function inCase(
  pool: Pool,
  {
    caseId,
    province,
    closedToo = false,
  }: { readonly caseId: string; readonly province: Province; readonly closedToo?: boolean },
  work: (client: PoolClient, moment: Moment) => Promise<void>,
): Promise<void> {
  return inTransaction(pool, `${holdCalendar}; ${lockCase(caseId)}`, async (client) => {
    const found = await selectFirst<Moment & { ending: string | null }>(client, {
      name: 'case-now',
      text: `SELECT ending, date_trunc('milliseconds', clock_timestamp()) AS now, ${TODAY} AS today FROM case_file WHERE case_id = $1 AND province = $2`,
      values: [caseId, province],
    });
    if (found === undefined) throw new LianbanError('NO_SUCH_CASE', { caseId });
    if (found.ending !== null && !closedToo) throw new LianbanError('CASE_CLOSED', { ending: found.ending });
    await work(client, found);
  });
}
