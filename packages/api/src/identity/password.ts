import { hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB, two passes and one lane, the library's defaults. */
let decoy: Promise<string> | undefined;

/**
 * Whether the password belongs to the hash. Without a hash the same work is done, so that the time taken does not tell
 * which accounts exist.
 */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hash('no account has this password');
  const fits = await verify(passwordHash ?? (await decoy), password);
  return passwordHash !== null && fits;
}
