import { select } from '@lianban/db/queryable';
import { Secret, TOTP } from 'otpauth';
import type { Pool } from 'pg';
import type { Browser } from './browser.ts';

/** What the secret that is shown stands for. */
export const bytesOf = (secret: string): Buffer => Buffer.from(Secret.fromBase32(secret).bytes);

/** The app on somebody's phone that knows the secret. */
export class Authenticator {
  readonly #totp: TOTP;

  /** `secret` as it is shown to people. */
  constructor(secret: string) {
    this.#totp = new TOTP({ algorithm: 'SHA1', digits: 6, period: 30, secret: Secret.fromBase32(secret) });
  }

  /** The code that is shown now, or so many steps away. */
  code(steps = 0): string {
    return this.#totp.generate({ timestamp: Date.now() + steps * 30_000 });
  }

  /** One that is none of those around now. */
  wrongCode(): string {
    const around = [-3, -2, -1, 0, 1, 2, 3].map((steps) => this.code(steps));
    const candidates = Array.from({ length: 20 }, (_, n) => String(100_000 + n));
    return candidates.find((code) => !around.includes(code)) ?? '';
  }
}

/** What somebody has who has set up a second factor. */
export interface Enrolled {
  /** As it was shown. */
  readonly secret: string;
  readonly app: Authenticator;
  readonly recoveryCodes: readonly string[];
}

/** Sets up a second factor for whoever has signed in there. @throws Error when it is refused. */
export async function enrol(browser: Browser): Promise<Enrolled> {
  const offered = await browser.mutate('session.offerFactor');
  if (offered.code !== null) throw new Error(`no secret is offered: ${offered.code}`);
  const { secret } = offered.data as { secret: string };
  const app = new Authenticator(secret);
  const set = await browser.mutate('session.setUpFactor', { code: app.code() });
  if (set.code !== null) throw new Error(`the second factor is not set up: ${set.code}`);
  return { app, secret, recoveryCodes: (set.data as { recoveryCodes: string[] }).recoveryCodes };
}

/** Lets half a minute pass for codes: those that were used count as of long ago. */
export const laterCodes = (pool: Pool, personId: string): Promise<unknown> =>
  select(pool, { text: 'UPDATE second_factor SET last_step = 0 WHERE person_id = $1', values: [personId] });

/** Lets so much time pass that the person's sessions are not proven any more. */
export const laterProof = (pool: Pool, personId: string): Promise<unknown> =>
  select(pool, {
    text: `UPDATE session SET proven_at = now() - interval '10 minutes' WHERE person_id = $1`,
    values: [personId],
  });
