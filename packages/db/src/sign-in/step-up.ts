import { instant } from '@lianban/domain/civil-date';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool } from 'pg';
import { appendAudit, personStream, recordAct } from '../audit.ts';
import { lockStream } from '../locks.ts';
import { selectFirst } from '../queryable.ts';
import { inTransaction, RolledBack } from '../transaction.ts';
import { noteRecoveryCode, useProof, type FactorProof } from './factor.ts';
import { blockedAfterAll, forget } from './tally.ts';

/** Who proves anew who they are, in which session, and on which tally wrong tries are counted. */
export interface SteppingUp {
  readonly by: Actor;
  readonly sessionId: string;
  readonly tally: string;
  /** Of the token that takes the place of the present one. */
  readonly tokenHash: string;
  /** Null for a right password of somebody without a second factor. */
  readonly proof: FactorProof | null;
}

/** A session that counts as proven, or why it does not; `ended` when there is no such session any more. */
export type SteppedUp = { readonly secondsLeft: number } | 'blocked' | 'unproven' | 'ended';

/** From now on that session, and no other, counts as proven, under its new token alone. */
export const stepUp = (pool: Pool, stepping: SteppingUp): Promise<SteppedUp> =>
  inTransaction<SteppedUp>(pool, lockStream(personStream(stepping.by.personId)), async (client) => {
    const { by, sessionId, tally, tokenHash, proof } = stepping;
    if (await blockedAfterAll(client, tally, 'UPDATE')) return new RolledBack('blocked' as const);
    if (!(await useProof(client, by.personId, proof))) return new RolledBack('unproven' as const);
    await forget(client, tally);
    const renewed = await selectFirst<{ secondsLeft: number }>(client, {
      text: `UPDATE session SET proven_at = now(), token_hash = $2 WHERE id = $1
          RETURNING ceil(extract(epoch FROM expires_at - now()))::int AS "secondsLeft"`,
      values: [sessionId, tokenHash],
    });
    if (renewed === undefined) return new RolledBack('ended' as const);
    const act = { stream: personStream(by.personId), at: instant(Date.now()), action: 'session.stepUp', by };
    await appendAudit(client, { ...act, detail: { session: sessionId, provenBy: proof?.kind ?? 'password' } });
    if (proof?.kind === 'recoveryCode') await noteRecoveryCode(client, by);
    return renewed;
  });

/** Writes into the audit that somebody did not prove who they are. */
export const noteFailedStepUp = (pool: Pool, by: Actor, sessionId: string): Promise<void> =>
  recordAct(pool, {
    ...{ stream: personStream(by.personId), at: instant(Date.now()), action: 'session.stepUpFailed', by },
    detail: { session: sessionId },
  });
