import {
  signableNow,
  verdictOf,
  type Signature,
  type SheetVerdict,
  type SigningRule,
} from '@lianban/domain/countersign';
import type { Instant } from '@lianban/domain/civil-date';
import type { ActorNames } from './involving.ts';
import { select, selectFirst, type Queryable } from '../queryable.ts';

/** One who is on a sheet. */
export interface Signatory extends Signature {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  /** `vacant`: whoever was asked may not act any more. */
  readonly state: 'open' | 'answered' | 'vacant' | 'ended';
}

/** A sheet that stands beside an open duty. */
export interface StandingSheet {
  readonly id: string;
  readonly timing: 'before' | 'after';
  readonly rule: SigningRule;
  readonly outcome: string;
  readonly state: SheetVerdict;
  /** In order; those who were taken off are left out. */
  readonly signatories: readonly Signatory[];
}

const TEXT = `SELECT s.id, s.timing, s.rule, s.outcome, s.state,
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', i.id, 'personId', i.person_id, 'name', i.person_name, 'position', i.position,
      'verdict', i.verdict, 'isAdded', i.is_added, 'state', i.state) ORDER BY i.position)
      FROM involvement i WHERE i.sheet_id = s.id AND i.state <> 'takenBack'), '[]') AS signatories
  FROM sheet s WHERE s.case_id = $1 AND s.key = $2 AND s.closed_at IS NULL`;

/** The sheet that stands beside the duty; undefined when none does. */
export const standingSheet = (db: Queryable, caseId: string, duty: string): Promise<StandingSheet | undefined> =>
  selectFirst<StandingSheet>(db, { name: 'sheet-standing', text: TEXT, values: [caseId, duty] });

/** Names of those who are waited for now, by the rule of the sheet. */
export const awaited = ({ rule, signatories }: Pick<StandingSheet, 'rule' | 'signatories'>): readonly string[] =>
  signableNow(rule, signatories).map(({ name }) => name);

/** Names of those who did not agree. */
export const refusers = ({ signatories }: Pick<StandingSheet, 'signatories'>): readonly Signatory[] =>
  signatories.filter(({ verdict }) => verdict === 'disagree');

/** Closes the sheet, and takes back what nobody has signed. */
export async function closeSheet(
  db: Queryable,
  sheetId: string,
  { at, by, reason }: { readonly at: Instant; readonly by: ActorNames | null; readonly reason: string | null },
): Promise<void> {
  await select(db, {
    name: 'sheet-close',
    text: `WITH closed AS (UPDATE sheet SET state = 'lifted', closed_at = $2 WHERE id = $1 AND closed_at IS NULL)
      UPDATE involvement SET state = 'takenBack', closed_at = $2, closed_by_name = $3, closed_reason = $4, closed_by_principal_name = $5
      WHERE sheet_id = $1 AND state IN ('open', 'vacant')`,
    values: [sheetId, at, by?.name ?? null, reason, by?.principal ?? null],
  });
}

/** Brings the state of the duty's sheet up to what its signatures amount to; once decided, nobody is asked any more. Gives it, or null when nobody is left on it. */
export async function settleSheet(
  db: Queryable,
  { caseId, duty, at }: { readonly caseId: string; readonly duty: string; readonly at: Instant },
): Promise<SheetVerdict | null> {
  const sheet = await standingSheet(db, caseId, duty);
  if (sheet === undefined) return null;
  if (sheet.signatories.length === 0) {
    await closeSheet(db, sheet.id, { at, by: null, reason: null });
    return null;
  }
  const state = verdictOf(sheet.rule, sheet.signatories);
  await select(db, {
    name: 'sheet-settle',
    text: `WITH over AS (UPDATE involvement SET state = 'ended', closed_at = $3 WHERE sheet_id = $1 AND state IN ('open', 'vacant') AND $2 <> 'waiting')
      UPDATE sheet SET state = $2 WHERE id = $1`,
    values: [sheet.id, state, at],
  });
  return state;
}
