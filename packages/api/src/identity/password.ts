import { hash, hashRaw, verify } from '@node-rs/argon2';

/** 19 MiB, two passes and one lane, as the OWASP password storage guide asks of argon2id, the algorithm of the library. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/**
 * The same text however a keyboard composes it: NFC. Nothing else is changed, cut or folded, so that the password is
 * verified as it was typed (ASVS 6.2.8); NFKC would make different characters equal.
 */
const asTyped = (password: string): string => password.normalize('NFC');

/** What the record keeps of a password: argon2id takes all of it, however long. */
export const hashOfPassword = (password: string): Promise<string> => hash(asTyped(password), COST);

/** The same work for a random secret that is too short for a plain hash; `salt` in hexadecimal. */
export const hashWithSalt = async (secret: string, salt: string): Promise<string> =>
  (await hashRaw(secret, { ...COST, salt: Buffer.from(salt, 'hex') })).toString('hex');

let decoy: Promise<string> | undefined;

/**
 * Whether the password belongs to the hash. Without a hash the same work is done, so that the time taken does not tell
 * which accounts exist.
 */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashOfPassword('no account has this password');
  const fits = await verify(passwordHash ?? (await decoy), asTyped(password));
  return passwordHash !== null && fits;
}
