import { canonicalJson } from '@lianban/domain/canonical-json';
import type { Entry } from './entry.ts';

/** What makes an entry the same decision: titles and reasons shown are left out. */
function identity(entry: Entry): unknown {
  switch (entry.type) {
    case 'opened':
      return { ...entry, without: Object.keys(entry.without).sort(), about: undefined };
    case 'blocked':
      return { ...entry, reason: entry.reason !== null };
    case 'clockPaused':
      return { ...entry, title: undefined };
    default:
      return entry;
  }
}

/**
 * Fingerprint of a turn's entries, equal for equal decisions. It notices accidents; the ledger's hash chain, which
 * needs real cryptography, is made where the row is written.
 */
export function digestOf(entries: readonly Entry[]): string {
  const written = canonicalJson(entries.map(identity));
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < written.length; i += 1) {
    const unit = written.charCodeAt(i);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return (low >>> 0).toString(16).padStart(8, '0') + (high >>> 0).toString(16).padStart(8, '0');
}
