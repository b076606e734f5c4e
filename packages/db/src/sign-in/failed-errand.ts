import { instant } from '@lianban/domain/civil-date';
import type { ProviderFailure } from '@lianban/domain/provider-failure';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool } from 'pg';
import { personStream, recordAct } from '../audit.ts';
import { selectFirst } from '../queryable.ts';
import type { Purpose } from './provider-attempt.ts';

/** What somebody was sent to the identity provider for in their session, and why it came to nothing. */
export interface FailedErrand {
  readonly sessionId: string;
  readonly purpose: Exclude<Purpose, 'signIn'>;
  readonly reason: ProviderFailure;
}

const ACTIONS = { link: 'identity.linkFailed', stepUp: 'session.stepUpFailed' } as const;

/** Writes it into the audit, on the chain of whose session it is, in the post they hold in it. */
export async function noteFailedErrand(pool: Pool, { sessionId, purpose, reason }: FailedErrand): Promise<void> {
  const found = await selectFirst<{ by: Actor }>(pool, {
    name: 'actor-of-session',
    text: `SELECT jsonb_strip_nulls(jsonb_build_object('personId', s.person_id, 'postId', o.id, 'role', o.role,
        'standingInFor', nullif(o.person_id, s.person_id))) AS by
      FROM session s JOIN post o ON o.id = s.post_id WHERE s.id = $1`,
    values: [sessionId],
  });
  if (found === undefined) return; // the session has ended meanwhile, and the attempt with it
  const { by } = found;
  await recordAct(pool, {
    ...{ stream: personStream(by.personId), at: instant(Date.now()), action: ACTIONS[purpose], by },
    detail: { session: sessionId, method: 'provider', reason },
  });
}
