import type { Instant } from '@lianban/domain/civil-date';
import { escapeLiteral, type ClientBase } from 'pg';
import { caseStream } from '../audit.ts';
import { Parameters } from '../queries/parameters.ts';
import { select, type Queryable } from '../queryable.ts';
import type { ChainBreak } from './chain-break.ts';
import { readRows, textOf } from './read-rows.ts';

/** Which part of the record: one stream, or what happened since; everything when both are null. */
export interface RecordPart {
  readonly stream: string | null;
  readonly since: Instant | null;
}

/** A chain that does not end where it is said to end. */
interface End {
  readonly stream: string;
  /** Where it should end; 0 when nothing says that there is such a chain. */
  readonly said: number;
  /** Its last row; 0 without any. */
  readonly last: number;
}

const CASE = /^case:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The case of a stream; null when it is about something else. */
export const caseOf = (stream: string): string | null => CASE.exec(stream)?.[1] ?? null;

/** Streams of the trail that end elsewhere than `audit_head` says, or with another hash. */
export async function wrongTrailEnds(db: Queryable, { stream, since }: RecordPart): Promise<readonly ChainBreak[]> {
  const parameters = new Parameters();
  const here = (alias: string): string => (stream === null ? 'true' : `${alias}.stream = ${parameters.add(stream)}`);
  const late = since === null ? 'true' : `h.at >= ${parameters.add(since)}`;
  const ends = await select<End>(db, {
    text: `
SELECT h.stream, h.position AS said, coalesce(l.position, 0) AS last FROM audit_head h
  LEFT JOIN LATERAL (SELECT a.position, a.hash FROM audit a WHERE a.stream = h.stream ORDER BY a.position DESC LIMIT 1) l ON true
  WHERE (l.position, l.hash) IS DISTINCT FROM (h.position, h.hash) AND ${here('h')} AND ${late}
UNION ALL
SELECT a.stream, 0, max(a.position) FROM audit a
  WHERE NOT EXISTS (SELECT FROM audit_head h WHERE h.stream = a.stream) AND ${here('a')} GROUP BY a.stream
ORDER BY stream`,
    values: parameters.values,
  });
  return ends.map((end) => ({ chain: 'audit', stream: end.stream, ...breakOf(end) }));
}

/** Ledgers that end elsewhere than the file of the case says, and those whose file is gone. */
export async function wrongLedgerEnds(db: Queryable, { stream, since }: RecordPart): Promise<readonly ChainBreak[]> {
  const caseId = stream === null ? null : caseOf(stream);
  if (stream !== null && caseId === null) return [];
  const parameters = new Parameters();
  const here = (alias: string): string => (caseId === null ? 'true' : `${alias}.case_id = ${parameters.add(caseId)}`);
  const late = since === null ? 'true' : `f.updated_at >= ${parameters.add(since)}`;
  const ends = await select<End>(db, {
    text: `
SELECT f.case_id AS stream, f.version AS said, coalesce(l.version, 0) AS last FROM case_file f
  LEFT JOIN LATERAL (SELECT e.version FROM case_event e WHERE e.case_id = f.case_id ORDER BY e.version DESC LIMIT 1) l ON true
  WHERE l.version IS DISTINCT FROM f.version AND ${here('f')} AND ${late}
UNION ALL
SELECT e.case_id, 0, max(e.version) FROM case_event e
  WHERE NOT EXISTS (SELECT FROM case_file f WHERE f.case_id = e.case_id) AND ${here('e')} GROUP BY e.case_id
ORDER BY stream`,
    values: parameters.values,
  });
  return ends.map(({ stream: id, ...end }) =>
    end.said === 0
      ? { chain: 'file', stream: caseStream(id), position: end.last, kind: 'missing', rows: 1 }
      : { chain: 'ledger', stream: caseStream(id), ...breakOf(end) },
  );
}

function breakOf({ said, last }: Omit<End, 'stream'>): Pick<ChainBreak, 'position' | 'kind' | 'rows'> {
  if (last < said) return { kind: 'missing', position: last + 1, rows: said - last };
  if (last > said) return { kind: 'inserted', position: said + 1, rows: last - said };
  return { kind: 'changed', position: last, rows: 1 };
}

/** A turn and its row in the trail that do not tell the same; one of them may be missing. */
export interface Unlike {
  readonly stream: string;
  readonly version: number;
  readonly inLedger: boolean;
  /** Position of the row in the trail; null without one. */
  readonly position: number | null;
}

const TURNS = `('case.open', 'case.answer', 'case.lapse', 'case.redate', 'case.retract', 'case.childEnded', 'case.parentTold', 'case.letterAnswered', 'case.parentEnded')`;

/** Turns that are not in the trail with their hash and instant, and those that are only there; case by case, in order. */
export async function* unlikeTurns(client: ClientBase, { stream, since }: RecordPart): AsyncGenerator<Unlike> {
  const caseId = stream === null ? null : caseOf(stream);
  if (stream !== null && caseId === null) return;
  const ofCase = caseId === null ? 'true' : `case_id = ${escapeLiteral(caseId)}`;
  const ofStream = stream === null ? 'true' : `stream = ${escapeLiteral(stream)}`;
  const late = since === null ? 'true' : `greatest(e.at, a.at) >= ${escapeLiteral(since)}`;
  const text = `
SELECT coalesce(e.stream, a.stream) AS stream, coalesce(e.version, a.version)::int AS version, e.stream IS NOT NULL, a.position
FROM (SELECT 'case:' || case_id AS stream, version::text AS version, hash, at FROM case_event WHERE ${ofCase}) e
FULL JOIN (SELECT stream, detail ->> 'version' AS version, detail ->> 'hash' AS hash, at, position FROM audit
  WHERE action IN ${TURNS} AND ${ofStream} AND detail ->> 'version' ~ '^[0-9]{1,9}$') a ON a.stream = e.stream AND a.version = e.version
WHERE (e.hash, e.at) IS DISTINCT FROM (a.hash, a.at) AND ${late} ORDER BY stream, version`;
  for await (const part of readRows(client, text))
    for (const [name, version, inLedger, position] of part)
      yield {
        ...{ stream: textOf(name), version: Number(version), inLedger: inLedger === 't' },
        position: position === null ? null : Number(position),
      };
}
