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

/** Rows with numbers and a snapshot of what the documents speak of. `numberOf` gives what was drawn for a request. */
export function documentRows(
  facts: Facts,
  issued: readonly IssuedDocument[],
  numberOf: (request: NumberRequest) => string,
): readonly DocumentRow[] {
  const { standing, turn } = facts;
  const outcome = turn.input.kind === 'answer' ? turn.input.outcome : null;
  const fields = { form: standing.form, enterprise: standing.enterprise, outcome, by: standing.actor?.name ?? null };
  return issued.map(({ type, duty, number }, at) => ({
    position: at + 1,
    type,
    duty,
    number: number === null ? null : numberOf(number),
    fields,
  }));
}

const ACCEPTANCE: readonly DocumentType[] = ['acceptanceNotice', 'deemedAcceptance'];

/** The acceptance number that the case has from this turn on, if the turn gives it one. */
export function acceptanceNumberOf({ turn, standing }: Facts, rows: readonly DocumentRow[]): string | null {
  const accepted = rows.find(({ type }) => ACCEPTANCE.includes(type));
  if (accepted !== undefined) return accepted.number;
  const conversion = turn.input.kind === 'open' ? turn.input.opening.convertedFrom : null;
  return (conversion?.acceptedOn ?? null) === null ? null : standing.parentAcceptanceNumber;
}
