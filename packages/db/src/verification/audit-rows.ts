import { canonicalJson } from '@lianban/domain/canonical-json';
import type { Province } from '@lianban/domain/province';
import type { Role } from '@lianban/domain/role';
import { auditText, type WrittenAudit } from '../audit.ts';
import { sm3OfText } from '../sm3.ts';
import type { ChainedRow } from './chain-check.ts';
import { chainRows, type ChainTable } from './chain-rows.ts';
import type { ChainRange } from './range.ts';
import { instantOf, textOf, type Cell } from './read-rows.ts';

/** A row of the trail, with what its hash covers. */
export interface AuditChainRow extends ChainedRow {
  readonly stream: string;
  readonly written: WrittenAudit;
}

const TRAIL: ChainTable = {
  table: 'audit',
  chain: 'stream',
  position: 'position',
  columns: [
    ...['stream', 'position', 'at', 'action', 'person_id', 'post_id', 'role', 'who'],
    ...['detail', 'previous_hash', 'hash', 'province'],
  ],
};

/** SQL: the rows of those streams, one stream after the other. */
export const auditRows = (range: ChainRange): string => chainRows(TRAIL, range);

// The same few people act again and again.
const people = new Map<string, string>();
const MOST_PEOPLE = 10_000;

function canonicalWho(who: string): string {
  const known = people.get(who);
  if (known !== undefined) return known;
  const text = canonicalJson(JSON.parse(who));
  if (people.size < MOST_PEOPLE) people.set(who, text);
  return text;
}

/** The row that the columns hold, and the first position that is read of its stream. */
export function auditRowOf(cells: readonly Cell[]): { readonly from: number; readonly row: AuditChainRow } {
  const [from, stream, position, at, action, person, post, role, who = null, detail, previous, hash, province] = cells;
  const previousHash = previous ?? null;
  // Written out in one piece each: objects put together from others cost more than the hash.
  const written: WrittenAudit = {
    stream: textOf(stream),
    position: Number(position),
    at: instantOf(textOf(at)),
    action: textOf(action),
    person_id: person ?? null,
    post_id: post ?? null,
    role: (role ?? null) as Role | null, // whatever it is, its hash is what counts here
    who: who === null ? null : canonicalWho(who),
    detail: canonicalJson(JSON.parse(textOf(detail))),
    previous_hash: previousHash,
    province: (province ?? null) as Province | null, // as for the role
  };
  const row = { stream: written.stream, position: written.position, previousHash, hash: textOf(hash), written };
  return { from: Number(from), row };
}

/** Hash of the row at that position. */
export const auditHashAt = ({ written }: AuditChainRow, position: number): string =>
  sm3OfText(auditText(position === written.position ? written : { ...written, position }));
