import { rounds } from '@lianban/db/rounds';
import { carryOut } from '@lianban/db/organisation/carry-out';
import { auditAttempts } from '@lianban/db/sign-in/attempts';
import { removeOldAttempts } from '@lianban/db/sign-in/provider-attempt';
import { endOverSessions } from '@lianban/db/sign-in/sessions';
import { removeOldTallies } from '@lianban/db/sign-in/tally';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { attempts, guessing } from './policy.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** What is done beside the requests: attempts go into the audit, sessions that are over end, attempts at the identity provider that nobody can go on with are removed, posts and units that end by their day give up what they hold, old tallies are removed. */
export function startSignInRounds(pool: Pool, log: Logger): { stop(): Promise<void> } {
  const { forgottenAfterHours, deviceDays } = guessing;
  const old = { forgottenAfterHours: forgottenAfterHours.value, deviceDays: deviceDays.value };
  const running = [
    rounds('sign-in attempts', { everyMs: SECOND_MS, log }, () => auditAttempts(pool)),
    rounds('sessions', { everyMs: MINUTE_MS, log }, () => endOverSessions(pool)),
    rounds('attempts at the provider', { everyMs: MINUTE_MS, log }, () =>
      removeOldAttempts(pool, attempts.minutes.value),
    ),
    rounds('organisation', { everyMs: MINUTE_MS, log }, () => carryOut(pool)),
    rounds('sign-in tallies', { everyMs: HOUR_MS, log }, () => removeOldTallies(pool, old)),
  ];
  const stop = async (): Promise<void> => {
    await Promise.all(running.map((round) => round.stop()));
  };
  return { stop };
}
