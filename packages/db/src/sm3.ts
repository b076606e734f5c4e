import { hash } from 'node:crypto';
import { canonicalJson } from '@lianban/domain/canonical-json';

/** SM3 (GB/T 32905) of a text in UTF-8, 64 hexadecimal digits. */
export const sm3OfText = (text: string): string => hash('sm3', text, 'hex');

/** SM3 of the canonical form of a value. */
export const sm3 = (value: unknown): string => sm3OfText(canonicalJson(value));

/** SM3 of the content of a file. */
export const sm3OfBytes = (bytes: Buffer): string => hash('sm3', bytes, 'hex');
