import type { Due } from '@lianban/domain/ask';
import type { CivilDate } from '@lianban/domain/civil-date';
import { documents, type DocumentType } from '@lianban/domain/document';
import type { Facts } from './facts.ts';
import { documentNumber, type NumberRequest } from './numbers.ts';

/** A document that a turn issues, and the number it needs. */
export interface IssuedDocument {
  readonly type: DocumentType;
  readonly duty: string | null;
  readonly number: NumberRequest | null;
}

/** A row of `document`. */
export interface DocumentRow {
  readonly position: number;
  readonly type: DocumentType;
  readonly number: string | null;
  readonly duty: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The documents of the turn in the order of its entries. */
export const issuedDocuments = ({ turn, filing, year }: Facts): readonly IssuedDocument[] =>
  turn.entries.flatMap((entry) => {
    if (entry.type !== 'document') return [];
    const { series } = documents[entry.document];
    return [
      {
        type: entry.document,
        duty: entry.duty,
        number: series === null ? null : documentNumber(filing.province, series, year),
      },
    ];
  });

/**
 * Rows with numbers and a snapshot of what the documents speak of. `numberOf` gives what was drawn for a request. Those
 * that are served also carry the last days that the turn set for the applicant or extended: such a day stays valid when it is the
 * later one (ADR 0013).
 */
export function documentRows(
  facts: Facts,
  dues: ReadonlyMap<string, Due>,
  { issued, numberOf }: { issued: readonly IssuedDocument[]; numberOf: (request: NumberRequest) => string },
): readonly DocumentRow[] {
  const { standing, turn } = facts;
  const outcome = turn.input.kind === 'answer' ? turn.input.outcome : null;
  const fields = { form: standing.form, enterprise: standing.enterprise, outcome, by: standing.actor?.name ?? null };
  const printed = printedDates(facts, dues);
  return issued.map(({ type, duty, number }, at) => ({
    position: at + 1,
    type,
    duty,
    number: number === null ? null : numberOf(number),
    fields: isServed(type) ? { ...fields, ...printed } : fields,
  }));
}

const isServed = (type: DocumentType): boolean => {
  const { audience } = documents[type];
  return audience === 'applicant' || audience === 'public';
};

/** Last days of what the applicant owes, of what was extended and of clocks as `clock:<name>`; and which of them are 预计. */
interface PrintedDates {
  readonly dates: Readonly<Record<string, CivilDate>>;
  readonly provisional: readonly string[];
}

function printedDates({ turn }: Facts, dues: ReadonlyMap<string, Due>): PrintedDates {
  const told = new Set(
    turn.entries.flatMap((entry) =>
      (entry.type === 'opened' && entry.owner === 'APP') || entry.type === 'extended' ? [entry.key] : [],
    ),
  );
  const set = [...dues].flatMap(([key, { on, provisional }]) =>
    on !== null && (told.has(key) || key.startsWith('clock:')) ? [{ key, on, provisional }] : [],
  );
  return {
    dates: Object.fromEntries(set.map(({ key, on }) => [key, on])),
    provisional: set.flatMap(({ key, provisional }) => (provisional ? [key] : [])),
  };
}

const ACCEPTANCE: readonly DocumentType[] = ['acceptanceNotice', 'deemedAcceptance'];

/** The acceptance number that the case has from this turn on, if the turn gives it one. */
export function acceptanceNumberOf({ turn, standing }: Facts, rows: readonly DocumentRow[]): string | null {
  const accepted = rows.find(({ type }) => ACCEPTANCE.includes(type));
  if (accepted !== undefined) return accepted.number;
  const conversion = turn.input.kind === 'open' ? turn.input.opening.convertedFrom : null;
  return (conversion?.acceptedOn ?? null) === null ? null : standing.parentAcceptanceNumber;
}
