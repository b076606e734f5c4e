import { createHash } from 'node:crypto';
import { canonicalJson } from '@lianban/domain/canonical-json';

/** SM3 (GB/T 32905) of the canonical form of a value, 64 hexadecimal digits. */
export const sm3 = (value: unknown): string => createHash('sm3').update(canonicalJson(value)).digest('hex');
