import { randomBytes, randomInt } from 'node:crypto';
import type { RecoveryHashes } from '@lianban/db/sign-in/change-factor';
import { hashWithSalt } from './password.ts';

/** How many there are, all made at once. */
export const RECOVERY_CODES = 10;
/** Without letters and digits that look alike. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
/** 50 random bits. */
const LENGTH = 10;
const SALT_BYTES = 16;

/** Codes to be shown once, and what is kept of them. */
export interface NewRecoveryCodes {
  readonly codes: readonly string[];
  readonly kept: RecoveryHashes;
}

/** Ten new codes such as `K7M2Q-9XTRA`. */
export async function newRecoveryCodes(): Promise<NewRecoveryCodes> {
  const codes = new Set<string>();
  while (codes.size < RECOVERY_CODES) codes.add(newCode());
  const salt = randomBytes(SALT_BYTES).toString('hex');
  const hashes: string[] = [];
  for (const code of codes) hashes.push(await hashOfRecoveryCode(code, salt)); // one at a time: each takes a processor
  return { codes: [...codes], kept: { salt, hashes } };
}

function newCode(): string {
  const letters = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}`;
}

/** What is kept of a code: argon2id, as 50 bits are too few for a plain hash (ASVS 6.5.2). All codes of a person share the salt, so that one hash finds the one that was typed. */
export const hashOfRecoveryCode = (code: string, salt: string): Promise<string> => hashWithSalt(bare(code), salt);

/** However it was typed: small letters, spaces, no hyphen. */
const bare = (code: string): string => code.toUpperCase().replace(/[^0-9A-Z]/g, '');

/** Whether it can be one at all; anything else is not worth a hash. */
export const looksLikeRecoveryCode = (code: string): boolean => bare(code).length === LENGTH;
