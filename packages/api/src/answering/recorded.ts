import type { CivilDate } from '@lianban/domain/civil-date';
import { documents, type DocumentType } from '@lianban/domain/document';
import type { Province } from '@lianban/domain/province';
import type { Role } from '@lianban/domain/role';
import type { Text } from '@lianban/domain/text';
import { holderColumns, holderJoins } from '@lianban/db/queries/duty-columns';
import { selectOne, type Queryable } from '@lianban/db/queryable';
import type { z } from 'zod';
import { ownerView } from '../presentation/owner.ts';
import { readerOf } from '../presentation/catalogue.ts';
import type { answerReceipt } from '../views/duty.ts';

/** What an answered duty led to, or that the engine finishes it by itself. */
export type AnswerReceipt = z.infer<typeof answerReceipt>;

interface Recorded {
  readonly version: number;
  readonly procedure: string;
  readonly edition: string;
  readonly ending: string | null;
  readonly opened: readonly {
    readonly key: string;
    readonly step: string;
    readonly role: Role;
    readonly province: Province;
    readonly isAuthority: boolean;
    readonly place: Text;
    readonly dueOn: CivilDate | null;
  }[];
  readonly documents: readonly { readonly type: DocumentType; readonly number: string | null }[];
}

// What a turn opened and ended again by itself is not opened for anybody.
const RECORDED = `
SELECT ev.version, f.procedure, f.edition,
  jsonb_path_query_first(ev.entries, '$[*] ? (@.type == "closed").outcome') #>> '{}' AS ending,
  coalesce((SELECT jsonb_agg(to_jsonb(o) ORDER BY o."dueOn" NULLS LAST, o.key) FROM (
    SELECT d.key, d.step, d.due_on AS "dueOn", ${holderColumns} FROM duty d ${holderJoins}
    WHERE d.case_id = ev.case_id AND d.opened_version = ev.version AND d.kind = 'duty'
      AND d.settled_version IS DISTINCT FROM ev.version) o), '[]') AS opened,
  coalesce((SELECT jsonb_agg(jsonb_build_object('type', t.type, 'number', t.number) ORDER BY t.position) FROM document t
    WHERE t.case_id = ev.case_id AND t.version = ev.version), '[]') AS documents
FROM case_event ev JOIN case_file f USING (case_id) WHERE ev.case_id = $1 AND ev.request_id = $2`;

/** The receipt of an answer that is in the ledger; the same one however often and however late it is asked for. */
export async function recordedReceipt(
  db: Queryable,
  { caseId, requestId }: { readonly caseId: string; readonly requestId: string },
): Promise<AnswerReceipt> {
  const row = await selectOne<Recorded>(db, { name: 'recorded-receipt', text: RECORDED, values: [caseId, requestId] });
  const reader = readerOf(row.procedure, row.edition);
  return {
    state: 'recorded',
    version: row.version,
    opened: row.opened.map(({ key, step, dueOn, ...holder }) => ({
      key,
      stepTitle: reader.stepTitle(step),
      dueOn,
      // Nobody had taken it yet when it was opened.
      owner: ownerView({ ...holder, claimedBy: null }),
    })),
    closed: row.ending === null ? null : reader.endingTitle(row.ending),
    documents: row.documents.map(({ type, number }) => ({ title: documents[type].title, number })),
  };
}
