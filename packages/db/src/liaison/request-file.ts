import type { Text } from '@lianban/domain/text';
import type { CaseHead } from '../queries/case-page.ts';
import { Parameters } from '../queries/parameters.ts';
import { visibleCases, type Scope } from '../queries/scope.ts';
import { selectFirst, type Queryable } from '../queryable.ts';
import { sentByCase, type SentMessage } from './platform.ts';
import { districtOf } from './units.ts';

/** What the record has of a liaison request beside its case. */
export interface RequestFile {
  readonly district: Text;
  readonly sent: readonly SentMessage[];
  /** The request in which it goes on, where whoever asks sees that too. */
  readonly mergedInto: { readonly caseId: string; readonly caseNumber: string } | null;
}

/** Null for a case that is no liaison request. */
export async function requestFileOf(
  db: Queryable,
  { caseId, opening: { request } }: Pick<CaseHead, 'caseId' | 'opening'>,
  scope: Scope,
): Promise<RequestFile | null> {
  if (request === undefined) return null;
  const parameters = new Parameters();
  const text = `SELECT f.case_id AS "caseId", f.number AS "caseNumber" FROM case_file m JOIN case_file f ON f.case_id = m.merged_into
    WHERE m.case_id = ${parameters.add(caseId)}::uuid AND ${visibleCases(scope, 'f', parameters)}`;
  const [district, sent, mergedInto] = await Promise.all([
    districtOf(db, request.district),
    sentByCase(db, caseId),
    selectFirst<{ caseId: string; caseNumber: string }>(db, { text, values: parameters.values }),
  ]);
  const { district: code } = request;
  return { district: district?.name ?? { zh: code, en: code }, sent, mergedInto: mergedInto ?? null };
}
