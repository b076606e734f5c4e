import type { Due } from '@lianban/domain/ask';
import type { Dues } from '@lianban/workflows/kernel/turn';
import { auditRow, caseStream, type AuditRow } from '../audit.ts';
import { HASH_ALGORITHM, hashOfTurn } from '../ledger.ts';
import { clockRows, type ClockRows } from './clocks.ts';
import { breachRows, type BreachRow } from './credit.ts';
import {
  acceptanceNumberOf,
  documentRows,
  issuedDocuments,
  type DocumentRow,
  type IssuedDocument,
} from './documents.ts';
import { dutyRows, type ChangedDuty, type OpenedDuty } from './duties.ts';
import type { Facts } from './facts.ts';
import { licenceChange, type LicenceChange } from './licence.ts';
import { caseNumber, type NumberRequest } from './numbers.ts';
import { openCaseMessage, type OpenCaseMessage } from './outbox.ts';

type Columns = Readonly<Record<string, unknown>>;

/** Everything a turn writes, as the rows of its tables. */
export interface TurnRows {
  readonly event: Columns;
  readonly file: Columns;
  readonly duties: { readonly opened: readonly OpenedDuty[]; readonly changed: readonly ChangedDuty[] };
  readonly clocks: ClockRows;
  readonly issuedOn: string;
  readonly documents: readonly DocumentRow[];
  readonly licence: Columns | null;
  readonly breaches: readonly BreachRow[];
  readonly message: OpenCaseMessage | null;
  readonly audit: AuditRow;
}

/** What needs a number before the rows can be written. */
export interface Numbered {
  readonly documents: readonly IssuedDocument[];
  readonly licence: LicenceChange | null;
  /** The number of the case itself, at its opening. */
  readonly file: NumberRequest | null;
}

/** The things of the turn that carry numbers. */
export const numberedOf = (facts: Facts): Numbered => ({
  documents: issuedDocuments(facts),
  licence: licenceChange(facts),
  file: facts.turn.version === 1 ? caseNumber(facts.filing.province, facts.filing.series, facts.year) : null,
});

/** The numbers asked for, in the order in which they are drawn. */
export const requestsOf = ({ documents, licence, file }: Numbered): readonly NumberRequest[] =>
  [file, ...documents.map(({ number }) => number), licence?.grant?.number ?? null].filter(
    (request) => request !== null,
  );

/** Turns a turn into rows. `numberOf` gives what was drawn for a request. */
export function rowsOfTurn(
  facts: Facts,
  dues: ReadonlyMap<string, Due>,
  { numbered, numberOf }: { readonly numbered: Numbered; readonly numberOf: (request: NumberRequest) => string },
): TurnRows {
  const documents = documentRows(facts, dues, { issued: numbered.documents, numberOf });
  const event = eventRow(facts, storedDues(dues));
  const number = numbered.file === null ? null : numberOf(numbered.file);
  return {
    event,
    file: fileRow(facts, number, acceptanceNumberOf(facts, documents)),
    duties: dutyRows(facts, dues),
    clocks: clockRows(facts, dues),
    issuedOn: facts.on,
    documents,
    licence: licenceRow(facts, numbered.licence, numberOf),
    breaches: breachRows(facts),
    message: openCaseMessage(facts),
    audit: auditOfTurn(facts, event.hash),
  };
}

/** First late instants by key, as the ledger keeps them. */
export const storedDues = (dues: ReadonlyMap<string, Due>): Dues =>
  Object.fromEntries([...dues].map(([key, { at }]) => [key, at]));

function eventRow({ turn, standing }: Facts, dues: Dues): Columns & { readonly hash: string } {
  const { caseId, version, input, entries, digest } = turn;
  const by = 'by' in input ? input.by : null;
  const { actor, previousHash } = standing;
  return {
    case_id: caseId,
    version,
    request_id: input.requestId,
    kind: input.kind,
    at: input.at,
    person_id: by?.personId ?? null,
    post_id: by?.postId ?? null,
    role: by?.role ?? null,
    person_name: actor?.name ?? null,
    unit_name_zh: actor?.placeZh ?? null,
    unit_name_en: actor?.placeEn ?? null,
    input,
    entries,
    dues,
    digest,
    previous_hash: previousHash,
    hash_algorithm: HASH_ALGORITHM,
    hash: hashOfTurn({ caseId, version, input, entries, dues, digest }, previousHash),
  };
}

function fileRow({ turn, filing }: Facts, number: string | null, acceptanceNumber: string | null): Columns {
  const { caseId, entries, input } = turn;
  const ending = entries.find((entry) => entry.type === 'closed')?.outcome ?? null;
  return {
    case_id: caseId,
    number,
    acceptance_number: acceptanceNumber,
    procedure: filing.procedure,
    edition: filing.edition,
    item: filing.item,
    item_edition: filing.itemEdition,
    enterprise_id: filing.enterpriseId,
    province: filing.province,
    state: ending === null ? 'open' : 'closed',
    ending,
    parent_case_id: input.kind === 'open' ? (input.opening.convertedFrom?.caseId ?? null) : null,
  };
}

function licenceRow(
  { filing }: Facts,
  change: LicenceChange | null,
  numberOf: (request: NumberRequest) => string,
): Columns | null {
  if (change === null) return null;
  const { state, grant } = change;
  if (grant === null) return { state };
  const { enterpriseId: enterprise_id, item, province } = filing;
  return {
    state,
    number: numberOf(grant.number),
    enterprise_id,
    item,
    province,
    valid_from: grant.validFrom,
    valid_to: grant.validTo,
  };
}

function auditOfTurn({ turn, standing }: Facts, hash: string): AuditRow {
  const { caseId, version, input } = turn;
  const detail = {
    version,
    hash,
    ...('duty' in input ? { duty: input.duty } : {}),
    ...(input.kind === 'answer' ? { outcome: input.outcome } : {}),
  };
  const by = 'by' in input ? input.by : null;
  return auditRow(
    { stream: caseStream(caseId), at: input.at, action: `case.${input.kind}`, by, detail },
    standing.audit,
  );
}
