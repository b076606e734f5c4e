import type { Province } from '@lianban/domain/province';
import { select, selectFirst, type Queryable } from '../queryable.ts';

/** Whether a case is over, and under which edition it is or was carried. */
export interface CaseState extends Pick<OpenCase, 'procedure' | 'edition'> {
  readonly state: 'open' | 'closed';
  readonly ending: string | null;
  readonly version: number;
}

/** The state of a case; undefined when it has not been opened. */
export const caseState = (db: Queryable, caseId: string): Promise<CaseState | undefined> =>
  selectFirst<CaseState>(db, {
    name: 'case-state',
    text: 'SELECT state, ending, version, procedure, edition FROM case_file WHERE case_id = $1',
    values: [caseId],
  });

/** An open case and the edition that carries it. */
export interface OpenCase {
  readonly caseId: string;
  readonly procedure: string;
  readonly edition: string;
  readonly province: Province;
}

/** Open cases by id, after that one: a sweep takes them page by page. */
export const openCasesAfter = (db: Queryable, after: string | null, limit: number): Promise<readonly OpenCase[]> =>
  select<OpenCase>(db, {
    name: 'open-cases-after',
    text: `SELECT case_id AS "caseId", procedure, edition, province FROM case_file
      WHERE state = 'open' AND ($1::uuid IS NULL OR case_id > $1) ORDER BY case_id LIMIT $2`,
    values: [after, limit],
  });

/** One open case; undefined when it is over or was never opened. */
export const openCase = (db: Queryable, caseId: string): Promise<OpenCase | undefined> =>
  selectFirst<OpenCase>(db, {
    name: 'open-case',
    text: `SELECT case_id AS "caseId", procedure, edition, province FROM case_file WHERE case_id = $1 AND state = 'open'`,
    values: [caseId],
  });
