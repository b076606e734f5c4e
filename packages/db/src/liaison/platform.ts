import type { Instant } from '@lianban/domain/civil-date';
import type { Channel, Dispatch } from '@lianban/domain/liaison';
import { select, type Queryable } from '../queryable.ts';

/** What a case wrote to a system outside. */
export interface WrittenMessage {
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly channel: Channel;
  readonly dispatch: Dispatch;
  readonly at: Instant;
}

/** Messages that have not been sent, oldest first; what is handed out is not handed out again for half a minute, to any relay. */
export const takeWritten = (db: Queryable, limit: number): Promise<readonly WrittenMessage[]> =>
  select(db, {
    name: 'platform-take',
    text: `WITH taken AS (
        SELECT id FROM platform_message WHERE sent_at IS NULL AND (leased_until IS NULL OR leased_until < now())
        ORDER BY at, id LIMIT $1 FOR UPDATE SKIP LOCKED
      ), leased AS (
        UPDATE platform_message x SET leased_until = now() + interval '30 seconds' FROM taken t WHERE x.id = t.id
        RETURNING x.id, x.case_id, x.channel, x.dispatch, x.at
      )
      SELECT l.id, l.case_id AS "caseId", f.number AS "caseNumber", l.channel, l.dispatch, l.at
      FROM leased l JOIN case_file f USING (case_id) ORDER BY l.at, l.id`,
    values: [limit],
  });

/** Notes the receipt of the other side; the first one stays. */
export async function noteReceipt(db: Queryable, id: string, receipt: string): Promise<void> {
  await select(db, {
    name: 'platform-receipt',
    text: 'UPDATE platform_message SET sent_at = now(), receipt = $2 WHERE id = $1 AND sent_at IS NULL',
    values: [id, receipt],
  });
}

/** A message of a case as its page shows it. */
export interface SentMessage {
  readonly channel: Channel;
  readonly dispatch: Dispatch;
  readonly at: Instant;
  /** When the other side had it, and under which number; null while it is on its way. */
  readonly sentAt: Instant | null;
  readonly receipt: string | null;
}

/** What a case wrote to systems outside, oldest first. */
export const sentByCase = (db: Queryable, caseId: string): Promise<readonly SentMessage[]> =>
  select(db, {
    name: 'platform-of-case',
    text: `SELECT channel, dispatch, at, sent_at AS "sentAt", receipt FROM platform_message WHERE case_id = $1 ORDER BY at, id`,
    values: [caseId],
  });
