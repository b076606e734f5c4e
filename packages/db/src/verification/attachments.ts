import type { ClientBase } from 'pg';
import { caseStream } from '../audit.ts';
import { Parameters } from '../queries/parameters.ts';
import { select, selectFirst } from '../queryable.ts';
import { sm3OfBytes } from '../sm3.ts';
import type { ChainBreak } from './chain-break.ts';
import { caseOf, type RecordPart } from './ends.ts';

/** A file as a row of a ledger names it, the first or an answer, and as it is kept; one of the two may be missing. */
interface Held {
  readonly caseId: string;
  /** Place among the files of the case, from 1, in the order of the ledger; null for one that the ledger does not name. */
  readonly position: number | null;
  readonly named: string | null;
  readonly kept: string | null;
  readonly attachmentId: string | null;
}

const AT_ONCE = 200;

/** SQL: the files of cases, those that the ledger names and those that are kept, case by case. */
function filesOfCases({ stream, since }: RecordPart, after: string, parameters: Parameters): string {
  const caseId = stream === null ? null : caseOf(stream);
  const only = (column: string): string => (caseId === null ? 'true' : `${column} = ${parameters.add(caseId)}::uuid`);
  const late = since === null ? 'true' : `e.at >= ${parameters.add(since)}`;
  const from = parameters.add(after);
  // The expression of the first condition is that of the index.
  return `
WITH page AS (
  (SELECT e.case_id FROM case_event e WHERE e.version = 1 AND e.input -> 'opening' ? 'attachments' AND ${only('e.case_id')} AND ${late}
    AND e.case_id > ${from}::uuid ORDER BY e.case_id LIMIT ${AT_ONCE})
  UNION (SELECT DISTINCT e.case_id FROM case_event e WHERE e.input ? 'attachments' AND ${only('e.case_id')} AND ${late}
    AND e.case_id > ${from}::uuid ORDER BY e.case_id LIMIT ${AT_ONCE})
  UNION (SELECT DISTINCT a.case_id FROM attachment a JOIN case_event e ON e.case_id = a.case_id AND e.version = 1
    WHERE ${only('a.case_id')} AND ${late} AND a.case_id > ${from}::uuid ORDER BY a.case_id LIMIT ${AT_ONCE})
  ORDER BY case_id LIMIT ${AT_ONCE}
), named AS (
  SELECT p.case_id, row_number() OVER (PARTITION BY p.case_id ORDER BY e.version, n.place) AS position, n.file ->> 'id' AS id,
    concat_ws(' ', n.file ->> 'material', n.file ->> 'sm3') AS says, n.file ->> 'sm3' AS sm3
  FROM page p JOIN case_event e ON e.case_id = p.case_id AND (e.version = 1 OR e.input ? 'attachments'),
    jsonb_array_elements(coalesce(e.input -> 'opening' -> 'attachments', e.input -> 'attachments', '[]')) WITH ORDINALITY n (file, place)
), kept AS (
  -- What waits for an answer, or came with one that was refused, is in no ledger.
  SELECT a.case_id, a.id, concat_ws(' ', a.material, a.sm3) AS says FROM attachment a JOIN page USING (case_id)
  WHERE a.duty IS NULL OR EXISTS (SELECT FROM submission s WHERE s.request_id = a.request_id AND s.case_id = a.case_id AND s.state = 'recorded')
)
SELECT coalesce(n.case_id, k.case_id) AS "caseId", n.position::int, n.sm3 AS named, CASE WHEN n.says = k.says THEN n.sm3 ELSE k.says END AS kept, k.id AS "attachmentId"
FROM named n FULL JOIN kept k ON k.case_id = n.case_id AND k.id::text = n.id ORDER BY 1, 2 NULLS LAST, k.id`;
}

/**
 * Holds every file that was submitted against the ledger of its case: changed where its bytes, its material or its digest
 * are no longer those that the ledger names, missing where it is gone, inserted where no row names it. Reads one file at a time.
 */
export async function* wrongAttachments(client: ClientBase, part: RecordPart): AsyncGenerator<ChainBreak> {
  if (part.stream !== null && caseOf(part.stream) === null) return;
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const parameters = new Parameters();
    const text = filesOfCases(part, after, parameters);
    const files = await select<Held>(client, { text, values: parameters.values });
    for (const file of files) {
      const kind = await wrongIn(client, file);
      const position =
        file.position ?? 1 + files.filter(({ caseId, named }) => caseId === file.caseId && named !== null).length;
      if (kind !== null) yield { chain: 'attachment', stream: caseStream(file.caseId), position, kind, rows: 1 };
    }
    const last = files.at(-1);
    if (last === undefined) return;
    after = last.caseId;
  }
}

async function wrongIn(client: ClientBase, { named, kept, attachmentId }: Held): Promise<ChainBreak['kind'] | null> {
  if (named === null) return 'inserted';
  if (attachmentId === null) return 'missing';
  if (named !== kept) return 'changed';
  const content = await selectFirst<{ bytes: Buffer }>(client, {
    text: 'SELECT bytes FROM attachment_content WHERE attachment_id = $1',
    values: [attachmentId],
  });
  if (content === undefined) return 'missing';
  return sm3OfBytes(content.bytes) === named ? null : 'changed';
}
