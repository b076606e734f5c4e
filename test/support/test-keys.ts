import { secretKeysFrom, type SecretKeys } from '@lianban/api/identity/secret-keys';

/** A key as LIANBAN_SECRET_KEY names it, for tests only: 32 bytes of one value. */
const testKey = (name: string, value: number): string => `${name}:${Buffer.alloc(32, value).toString('base64')}`;

/** The keys of a service under test. */
export const testKeys = (): SecretKeys => secretKeysFrom(testKey('test', 1));
