import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits; only the browser keeps them. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the record keeps of a token. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');
