import { randomBytes } from 'node:crypto';
import type { GivenPassword } from '@lianban/db/organisation/people';
import { hashOfPassword } from './password.ts';

/** Long enough to act on it with some care, short enough not to lie about. Our own default. */
const VALID_HOURS = 72;
/** 144 random bits. */
const SECRET_BYTES = 18;

/** A one-time password that is told once and kept nowhere (ASVS 6.4.1). */
export async function newGivenPassword(): Promise<GivenPassword & { readonly password: string }> {
  const password = randomBytes(SECRET_BYTES).toString('base64url');
  return { password, passwordHash: await hashOfPassword(password), validHours: VALID_HOURS };
}
