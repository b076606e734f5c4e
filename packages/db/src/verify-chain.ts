import type { Instant } from '@lianban/domain/civil-date';
import { auditOf, caseStream, hashOfAudit } from './audit.ts';
import { hashOfTurn, type HashedTurn } from './ledger.ts';
import { select, type Queryable } from './queryable.ts';

/** Where a chain does not hold, and what is wrong there. */
export interface ChainBreak {
  readonly chain: 'ledger' | 'audit';
  readonly position: number;
  readonly what: 'missing' | 'altered' | 'unchained' | 'unaudited';
}

interface StoredTurn extends Omit<HashedTurn, 'caseId'> {
  readonly at: Instant;
  readonly previousHash: string | null;
  readonly hash: string;
}

/**
 * Recomputes the ledger of a case and its audit from their rows. Gives the first break of each chain; nothing when
 * both hold and every turn is audited with the same hash and instant.
 */
export async function verifyCase(db: Queryable, caseId: string): Promise<readonly ChainBreak[]> {
  const turns = await select<StoredTurn>(db, {
    text: 'SELECT version, at, input, entries, dues, digest, previous_hash AS "previousHash", hash FROM case_event WHERE case_id = $1 ORDER BY version',
    values: [caseId],
  });
  const audited = await verifyAudit(db, caseStream(caseId));
  return [firstLedgerBreak(caseId, turns), ...audited, await firstUnaudited(db, caseId, turns)].filter(
    (found) => found !== null,
  );
}

function firstLedgerBreak(caseId: string, turns: readonly StoredTurn[]): ChainBreak | null {
  let previous: string | null = null;
  for (const [at, { at: _, hash, previousHash, ...turn }] of turns.entries()) {
    const found = (what: ChainBreak['what']): ChainBreak => ({ chain: 'ledger', position: at + 1, what });
    if (turn.version !== at + 1) return found('missing');
    if (previousHash !== previous) return found('unchained');
    if (hashOfTurn({ caseId, ...turn }, previous) !== hash) return found('altered');
    previous = hash;
  }
  return null;
}

/** Recomputes a stream of the audit. Gives its first break, or nothing. */
export async function verifyAudit(db: Queryable, stream: string): Promise<readonly ChainBreak[]> {
  let previous: string | null = null;
  for (const [at, row] of (await auditOf(db, stream)).entries()) {
    const found = (what: ChainBreak['what']): readonly ChainBreak[] => [{ chain: 'audit', position: at + 1, what }];
    if (row.position !== at + 1) return found('missing');
    if (row.previous_hash !== previous) return found('unchained');
    if (hashOfAudit(row) !== row.hash) return found('altered');
    previous = row.hash;
  }
  return [];
}

async function firstUnaudited(db: Queryable, caseId: string, turns: readonly StoredTurn[]): Promise<ChainBreak | null> {
  const rows = await auditOf(db, caseStream(caseId));
  const audited = rows.filter(({ action }) => action.startsWith('case.'));
  for (const { version, hash, at } of turns) {
    const row = audited.find(({ detail }) => detail['version'] === version);
    if (row?.detail['hash'] !== hash || row.at !== at) return { chain: 'ledger', position: version, what: 'unaudited' };
  }
  return audited.length > turns.length ? { chain: 'ledger', position: turns.length + 1, what: 'missing' } : null;
}
