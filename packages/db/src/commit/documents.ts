import type { Due } from '@lianban/domain/ask';
import type { CivilDate } from '@lianban/domain/civil-date';
import { documents, type DocumentType } from '@lianban/domain/document';
import { clockNamed } from '@lianban/domain/limit-key';
import type { Facts } from './facts.ts';
import { documentNumber, documentPlace, type AskedNumber } from './numbers.ts';

/** A row of `document`, but for its number. */
export interface DocumentRow {
  readonly position: number;
  readonly type: DocumentType;
  readonly duty: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * The documents of the turn in the order of its entries, with a snapshot of what they speak of. Those that are served also
 * carry the last days that the turn set for the applicant or extended: such a day stays valid when it is the later one
 * (ADR 0013).
 */
export function documentRows(facts: Facts, dues: ReadonlyMap<string, Due>): readonly DocumentRow[] {
  const { standing, turn } = facts;
  const { input } = turn;
  const outcome = 'outcome' in input ? input.outcome : null;
  const isTold = input.kind === 'childEnded' || input.kind === 'parentTold' || input.kind === 'letterAnswered';
  const form = isTold ? input.flow : standing.form;
  const { figures } = facts;
  const counted = figures === null ? {} : { figures };
  const fields = { form, enterprise: standing.enterprise, outcome, by: standing.actor?.name ?? null, ...counted };
  const printed = printedDates(facts, dues);
  const issued = turn.entries.filter((entry) => entry.type === 'document');
  return issued.map(({ document: type, duty }, at) => ({
    position: at + 1,
    type,
    duty,
    fields: isServed(type) ? { ...fields, ...printed } : fields,
  }));
}

/** The numbers that the documents need; some types have none. */
export const documentNumbers = ({ filing, year }: Facts, rows: readonly DocumentRow[]): readonly AskedNumber[] =>
  rows.flatMap(({ position, type }) => {
    const { series } = documents[type];
    if (series === null) return [];
    return [{ place: documentPlace(position), ...documentNumber(filing.province, series, year) }];
  });

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
    on !== null && (told.has(key) || clockNamed(key) !== null) ? [{ key, on, provisional }] : [],
  );
  return {
    dates: Object.fromEntries(set.map(({ key, on }) => [key, on])),
    provisional: set.flatMap(({ key, provisional }) => (provisional ? [key] : [])),
  };
}

const ACCEPTANCE: readonly DocumentType[] = ['acceptanceNotice', 'deemedAcceptance'];

/** Where the number goes that the case is accepted under, if this turn issues the document that has it. */
export const acceptancePlace = (rows: readonly DocumentRow[]): string | null => {
  const accepted = rows.find(({ type }) => ACCEPTANCE.includes(type));
  return accepted === undefined ? null : documentPlace(accepted.position);
};

/** The acceptance number that an opened case brings along, from the one that it continues or from elsewhere. */
export function inheritedAcceptance({ turn, standing }: Facts): string | null {
  if (turn.input.kind !== 'open') return null;
  const { carried, convertedFrom: conversion } = turn.input.opening;
  if (carried !== undefined) return carried.number;
  return (conversion?.acceptedOn ?? null) === null ? null : standing.parentAcceptanceNumber;
}
