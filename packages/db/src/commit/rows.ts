import type { Due } from '@lianban/domain/ask';
import type { Dues, Turn } from '@lianban/workflows/kernel/turn';
import type { Opening } from '@lianban/workflows/vocabulary/opening';
import { auditRow, caseStream, type AuditRow, type Named } from '../audit.ts';
import { HASH_ALGORITHM, hashOfTurn } from '../ledger.ts';
import { clockRows, type ClockRows } from './clocks.ts';
import { breachRows, type BreachRow } from './credit.ts';
import { acceptancePlace, documentNumbers, documentRows, inheritedAcceptance, type DocumentRow } from './documents.ts';
import { dutyRows, type DutyRows } from './duties.ts';
import type { Facts } from './facts.ts';
import { letterNumbers, letterRows, type LetterRow } from './letters.ts';
import { BY_LETTER } from '../letters/secret-letter.ts';
import { licenceChange, type LicenceChange } from './licence.ts';
import { CASE_PLACE, caseNumber, LICENCE_PLACE, type AskedNumber } from './numbers.ts';
import { messagesOf, type Message } from './outbox.ts';

type Columns = Readonly<Record<string, unknown>>;

/** Everything a turn writes, as the rows of its tables. */
export interface TurnRows {
  readonly event: Columns;
  readonly file: Columns;
  /** The numbers that its rows are given. */
  readonly asked: readonly AskedNumber[];
  /** The place of the number that the case is accepted under from now on. */
  readonly acceptedBy: string | null;
  readonly duties: DutyRows;
  readonly clocks: ClockRows;
  readonly issuedOn: string;
  readonly documents: readonly DocumentRow[];
  readonly licence: { readonly granted: boolean; readonly columns: Columns } | null;
  readonly breaches: readonly BreachRow[];
  readonly letters: readonly LetterRow[];
  /** What is written to systems outside. */
  readonly dispatches: readonly Columns[];
  readonly messages: readonly Message[];
  readonly audit: AuditRow;
}

/** Turns a turn into rows. */
export function rowsOfTurn(facts: Facts, dues: ReadonlyMap<string, Due>): TurnRows {
  const { turn, filing, year } = facts;
  const documents = documentRows(facts, dues);
  const licence = licenceChange(facts);
  const event = eventRow(facts, storedDues(dues));
  const file = turn.version === 1 ? [{ place: CASE_PLACE, ...caseNumber(filing.province, filing.series, year) }] : [];
  const granted = licence?.grant ? [{ place: LICENCE_PLACE, ...licence.grant.number }] : [];
  return {
    event,
    file: fileRow(facts),
    asked: [...file, ...documentNumbers(facts, documents), ...granted, ...letterNumbers(facts)],
    acceptedBy: acceptancePlace(documents),
    duties: dutyRows(facts, dues),
    clocks: clockRows(facts, dues),
    issuedOn: facts.on,
    documents,
    licence: licenceRow(facts, licence),
    breaches: breachRows(facts),
    letters: letterRows(facts, dues),
    dispatches: turn.entries.flatMap((entry) =>
      entry.type === 'sent' ? [{ channel: entry.channel, dispatch: entry.dispatch }] : [],
    ),
    messages: messagesOf(facts),
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
    standing_in_for: by?.standingInFor ?? null,
    person_name: actor?.name ?? null,
    principal_name: actor?.principal?.name ?? null,
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

/** Why a case is secret from which a report was taken out. */
const DIVIDED = '含违法举报线索，依法保密';

/** Why the turn puts its case under secrecy; null where it does not. */
function whySecret({ input, entries }: Turn): string | null {
  if (entries.some(({ type }) => type === 'divided')) return DIVIDED;
  return input.kind === 'open' && input.opening.letter?.secret === true ? BY_LETTER : null;
}

function fileRow(facts: Facts): Columns {
  const { turn, filing, childOf } = facts;
  const { caseId, entries, input } = turn;
  const ending = entries.find((entry) => entry.type === 'closed')?.outcome ?? null;
  return {
    case_id: caseId,
    acceptance_number: inheritedAcceptance(facts),
    procedure: filing.procedure,
    edition: filing.edition,
    item: filing.item,
    item_edition: filing.itemEdition,
    enterprise_id: filing.enterpriseId,
    province: filing.province,
    state: ending === null ? 'open' : 'closed',
    ending,
    secret_reason: whySecret(turn),
    parent_case_id: input.kind === 'open' ? (childOf?.caseId ?? comesFrom(input.opening)) : null,
    parent_duty: input.kind === 'open' ? (childOf?.duty ?? null) : null,
    letter: facts.letter,
  };
}

/** The case that this one continues, or is a remedy against. */
const comesFrom = ({ convertedFrom, contests }: Opening): string | null =>
  convertedFrom?.caseId ?? contests?.caseId ?? null;

function licenceRow({ filing, standing }: Facts, change: LicenceChange | null): TurnRows['licence'] {
  if (change === null) return null;
  const { state, grant } = change;
  if (grant === null) return { granted: false, columns: { state } };
  const { enterpriseId: enterprise_id, province } = filing;
  const validity = { valid_from: grant.validFrom, valid_to: grant.validTo };
  return { granted: true, columns: { state, enterprise_id, item: standing.licensedAs, province, ...validity } };
}

const namedOf = ({ name, placeZh, placeEn, principal }: NonNullable<Facts['standing']['actor']>): Named => ({
  ...{ name, zh: placeZh, en: placeEn },
  ...(principal === null ? {} : { standingInFor: principal }),
});

function auditOfTurn({ turn, standing, filing }: Facts, hash: string): AuditRow {
  const { caseId, version, input } = turn;
  const detail = {
    version,
    hash,
    ...('duty' in input ? { duty: input.duty } : {}),
    ...('outcome' in input ? { outcome: input.outcome } : {}),
    ...(input.kind === 'retract' ? { retracted: input.version } : {}),
  };
  const by = 'by' in input ? input.by : null;
  const { actor, audit: head } = standing;
  const who = actor === null ? null : namedOf(actor);
  return auditRow(
    { stream: caseStream(caseId), at: input.at, action: `case.${input.kind}`, by, detail },
    { head, who, province: filing.province },
  );
}
