import { randomBytes } from 'node:crypto';

const NONCE_BYTES = 16;

/** A nonce for one response, as ASVS 5.0 3.4.3 asks for at level 3: 128 random bits. */
export const newNonce = (): string => randomBytes(NONCE_BYTES).toString('base64');

const policy = (directives: Readonly<Record<string, string>>): string =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');

/** For answers that are no page: a browser that shows one all the same loads and runs nothing. */
export const answerPolicy = policy({
  'default-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
});

/** For files that somebody handed in: shown in a browser all the same, they are of no site, and load and run nothing. */
export const filePolicy = "sandbox; default-src 'none'";

/**
 * For the page of the console. A script has to fit both policies: it carries the nonce or was loaded by one that does,
 * and it comes from here. The styles that antd writes into the page carry the nonce too.
 */
export function pagePolicy(nonce: string): string {
  const own = policy({
    'default-src': "'none'",
    'script-src': `'nonce-${nonce}' 'strict-dynamic'`,
    'style-src': `'self' 'nonce-${nonce}'`,
    'img-src': "'self'",
    'connect-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  });
  return `${own}, ${policy({ 'script-src': "'self'" })}`;
}
