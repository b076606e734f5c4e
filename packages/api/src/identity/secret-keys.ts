import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SealedSecret } from '@lianban/db/sign-in/change-factor';
import type { OwnedSecret } from '@lianban/db/sign-in/sealed-secrets';

const CIPHER = 'aes-256-gcm';
/** What NIST SP 800-38D recommends for GCM; random, and few secrets are ever sealed with one key. */
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** The keys that seal the secrets of second factors: the first seals, all of them open. */
export interface SecretKeys {
  readonly sealing: string;
  readonly byId: ReadonlyMap<string, Buffer>;
}

/**
 * The keys in `name:base64` with commas between them, newest first.
 * @throws Error when there is none, a name comes twice, or a key is not of 32 bytes; it never holds the key.
 */
export function secretKeysFrom(written: string): SecretKeys {
  const parts = written.split(',').filter((part) => part.trim() !== '');
  const keys = parts.map((part) => keyIn(part.trim()));
  const [first] = keys;
  if (first === undefined) throw new Error('has no key');
  const byId = new Map(keys);
  if (byId.size < keys.length) throw new Error('has two keys of one name');
  return { sealing: first[0], byId };
}

function keyIn(part: string): readonly [id: string, key: Buffer] {
  const [, id, base64 = ''] = /^([\w.-]{1,40}):([\w+/=-]+)$/.exec(part) ?? [];
  const key = Buffer.from(base64, 'base64');
  if (id === undefined || key.length !== KEY_BYTES)
    throw new Error(`is no list of name:base64 with ${KEY_BYTES} bytes each`);
  return [id, key];
}

/** Seals the secret for that person; moved to the row of another it does not open. */
export function seal({ sealing, byId }: SecretKeys, personId: string, secret: Buffer): SealedSecret {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(byId, sealing), iv).setAAD(Buffer.from(personId));
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
  return { secret: Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64'), keyId: sealing };
}

/** @throws Error when the key is not known, or the row is not what was sealed for this person. */
export function unseal({ byId }: SecretKeys, { personId, secret, keyId }: OwnedSecret): Buffer {
  const bytes = Buffer.from(secret, 'base64');
  const [iv, rest] = [bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES)];
  const decipher = createDecipheriv(CIPHER, keyOf(byId, keyId), iv, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(personId))
    .setAuthTag(rest.subarray(0, TAG_BYTES));
  return Buffer.concat([decipher.update(rest.subarray(TAG_BYTES)), decipher.final()]);
}

function keyOf(byId: SecretKeys['byId'], id: string): Buffer {
  const key = byId.get(id);
  if (key === undefined) throw new Error(`LIANBAN_SECRET_KEY has no key of the name ${id}`);
  return key;
}

/** @throws Error naming a key with which something is sealed and that is not among these. */
export function refuseUnknownKeys({ byId }: SecretKeys, inUse: readonly string[]): void {
  for (const id of inUse) keyOf(byId, id);
}
