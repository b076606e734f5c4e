import { signableNow } from '@lianban/domain/countersign';
import {
  mayReassign,
  unfitFor,
  involvementKinds,
  type DutyAtHand,
  type InvolvementKind,
  type Unfit,
} from '@lianban/domain/involvement';
import { roles } from '@lianban/domain/role';
import { text, type Text } from '@lianban/domain/text';
import type { DutyRow } from '@lianban/db/queries/case-page';
import type { Colleague } from '@lianban/db/involvement/colleagues';
import type {
  AskedOfPost,
  AskedPage,
  InvolvementOfCase,
  Party,
  RequestRow,
  SheetRow,
} from '@lianban/db/queries/involvement';
import type { z } from 'zod';
import type {
  askedPage as askedSchema,
  involvementView as schema,
  peopleView as peopleSchema,
} from '../views/involvement.ts';
import type { AsOf } from './as-of.ts';
import { readerOf, type CatalogueReader } from './catalogue.ts';
import { briefDeadline } from './deadline.ts';
import { holderId } from '../identity/identity.ts';
import type { Reader } from './owner.ts';

type View = z.infer<typeof schema>;
type AskedPageView = z.infer<typeof askedSchema>;

/** A case whose work is shown: its words, who holds what is open, who reads and when. */
export interface Shown {
  readonly catalogue: CatalogueReader;
  readonly open: ReadonlyMap<string, DutyAtHand>;
  readonly reader: Reader;
  readonly asOf: AsOf;
}

const partyView = ({ name, principal, role, unit }: Party) => ({
  ...{ person: name, standingInFor: principal, roleTitle: roles[role], unit },
});

/** Somebody by name, and for whom they stood in; null for nobody. */
const nameAsOf = (person: string | null, standingInFor: string | null) =>
  person === null ? null : { person, standingInFor };

const dueWhy = ({ dueOn, dueDays }: Pick<RequestRow, 'dueOn' | 'dueDays'>): Text | null => {
  if (dueOn === null) return null;
  if (dueDays === null) return text('与本步骤同日到期，不另计', 'On the last day of the step itself');
  return text(
    `自请办次日起${dueDays}个工作日，本局内部时限，只作提醒`,
    `${dueDays} working days from the day after; a limit of the house that only reminds`,
  );
};

type AskedRow = Pick<
  RequestRow,
  'id' | 'duty' | 'step' | 'kind' | 'isAdded' | 'by' | 'askedAt' | 'note' | 'dueOn' | 'dueAt' | 'dueDays'
>;

const askedOf = (row: AskedRow, catalogue: CatalogueReader, asOf: AsOf) => {
  const { id, duty, step, kind, isAdded, by, askedAt, note, dueOn, dueAt } = row;
  const deadline =
    dueOn === null ? null : briefDeadline({ dueOn, dueAt, provisional: false, clockStopped: false }, asOf);
  return {
    ...{ id, duty, kind, isAdded, askedAt, note, deadline, dueWhy: dueWhy(row) },
    ...{ stepTitle: catalogue.stepTitle(step), by: partyView(by) },
  };
};

/** What is asked of the post, as it is shown. */
export const askedPageView = ({ rows, next, count }: AskedPage, asOf: AsOf): AskedPageView => ({
  ...{ next, count },
  rows: rows.map((row: AskedOfPost) => {
    const { caseId, number: caseNumber, itemTitle, enterprise, draft, step } = row;
    const catalogue = readerOf(row.procedure, row.edition);
    const outcomeTitle = draft === null ? null : catalogue.actTitle(step, draft.outcome);
    return {
      ...askedOf(row, catalogue, asOf),
      ...{ caseId, caseNumber, itemTitle, enterprise },
      draft: draft === null || outcomeTitle === null ? null : { outcomeTitle, opinion: draft.opinion },
    };
  }),
});

/** Who works on the duties of a case, as its reader may see and change it. */
export const involvementView = ({ requests, sheets }: InvolvementOfCase, shown: Shown): View => ({
  requests: requests.map((row) => requestView(row, { requests, sheets }, shown)),
  sheets: sheets.map((sheet) => sheetView(sheet, requests, shown)),
});

function requestView(row: RequestRow, all: InvolvementOfCase, shown: Shown): View['requests'][number] {
  const { sheetId, to, state, verdict, outcome, opinion, closedAt, closedReason, step } = row;
  const { catalogue, reader, asOf, open } = shown;
  const closedBy = nameAsOf(row.closedByName, row.closedByPrincipal);
  const isMine = state === 'open' && row.postId === reader.post.id;
  const sheet = all.sheets.find(({ id }) => id === sheetId);
  const isTurn = sheet === undefined || signableOn(sheet, all.requests).some(({ id }) => id === row.id);
  const holds = open.get(row.duty)?.holder === holderId(reader);
  return {
    ...askedOf(row, catalogue, asOf),
    ...{ sheetId, to: partyView(to), state, verdict, opinion, closedAt, closedBy, closedReason },
    outcomeTitle: outcome === null ? null : catalogue.actTitle(step, outcome),
    mayRespond: isMine && isTurn,
    waitsForTurn: isMine && !isTurn,
    mayTakeBack: (state === 'open' || state === 'vacant') && (holds || row.by.personId === reader.person.id),
  };
}

const signatoriesOf = (sheet: SheetRow, requests: readonly RequestRow[]): readonly RequestRow[] =>
  requests.filter(({ sheetId, state }) => sheetId === sheet.id && state !== 'takenBack');

const signableOn = (sheet: SheetRow, requests: readonly RequestRow[]): readonly RequestRow[] =>
  sheet.state === 'waiting' ? signableNow(sheet.rule, signatoriesOf(sheet, requests)) : [];

function sheetView(
  sheet: SheetRow,
  requests: readonly RequestRow[],
  { catalogue, reader, open }: Shown,
): View['sheets'][number] {
  const { id, duty, timing, rule, outcome, opinion, state, openedAt, by, principal, step } = sheet;
  const hands = open.get(duty);
  const stands = hands !== undefined && (state === 'waiting' || state === 'agreed' || state === 'refused');
  const on = signatoriesOf(sheet, requests);
  const holds = hands?.holder === holderId(reader);
  const isSuperior = hands !== undefined && mayReassign(reader.post, hands);
  return {
    ...{ id, duty, timing, rule, outcome, opinion, state, openedAt },
    by: { person: by, standingInFor: principal },
    outcomeTitle: catalogue.actTitle(step, outcome),
    waitingFor: signableOn(sheet, requests).map(({ to }) => to.name ?? ''),
    mayLift: stands && (isSuperior || (holds && on.every(({ verdict }) => verdict === null))),
    mayAddSignature:
      stands &&
      state !== 'refused' &&
      (holds || on.some((one) => one.state === 'open' && one.postId === reader.post.id)),
  };
}

/** Why somebody may not be asked, in words. */
function unfitWords(why: Unfit | null, separatedBy: Text | null): Text | null {
  switch (why) {
    case null:
      return null;
    case 'self':
      return text('本步骤由其办理', 'Has the step already');
    case 'away':
      return text('外出期间，无人代办', 'Is away, and nobody stands in');
    case 'bound':
      return text('须回避本案', 'Has to keep out of this case');
    case 'asked':
      return text('已请其办理，尚未反馈', 'Is being asked already');
    case 'otherPlace':
      return text('不在本步骤的承办机构和岗位', 'Not in the unit and role of this step');
    case 'separation':
      return text(
        `办理过“${separatedBy?.zh ?? ''}”，按岗位分离不得办理本步骤`,
        `Had a part in "${separatedBy?.en ?? ''}"; another person must take this step`,
      );
  }
}

/** A colleague with what they may be asked for, and why not for the rest. */
export const colleagueView = (
  colleague: Colleague,
  duty: DutyAtHand,
  catalogue: CatalogueReader,
): z.infer<typeof peopleSchema>['people'][number] => {
  const { postId, name, role, unit, separatedBy } = colleague;
  const step = separatedBy === null ? null : catalogue.stepTitle(separatedBy);
  const whyNot = Object.fromEntries(
    involvementKinds.map((kind) => [kind, unfitWords(unfitFor(kind, colleague, duty), step)]),
  ) as Record<InvolvementKind, Text | null>; // one per kind
  return { postId, name, roleTitle: roles[role], unit, whyNot };
};

/** A duty as it decides who may be asked. */
export const handsOf = ({ role, unitId, claimedBy }: Pick<DutyRow, 'role' | 'unitId' | 'claimedBy'>): DutyAtHand => ({
  ...{ role, unitId, holder: claimedBy?.personId ?? null },
});

/** The same of what is open in a case, by key. */
export const openHands = (duties: readonly DutyRow[]): Shown['open'] =>
  new Map(duties.flatMap((duty) => (duty.state === 'open' && duty.kind === 'duty' ? [[duty.key, handsOf(duty)]] : [])));
