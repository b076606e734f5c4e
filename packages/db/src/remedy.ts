import { startOfDay, type CivilDate } from '@lianban/domain/civil-date';
import { dueOf } from '@lianban/domain/due';
import { LianbanError } from '@lianban/domain/error';
import type { Limit } from '@lianban/domain/limit';
import type { RuleKey } from '@lianban/domain/rule';
import { termsFor } from '@lianban/domain/rules';
import { decisionOf, mayBeContested, mayBeRepeated, type LicenceState } from '@lianban/domain/contestable';
import type { Contested, Opening, RemedyKind } from '@lianban/workflows/vocabulary/opening';
import type { AnyProcedure } from '@lianban/workflows/vocabulary/procedure';
import type { Actor } from '@lianban/workflows/vocabulary/step';
import type { Pool, PoolClient } from 'pg';
import { momentAtCase } from './arrival.ts';
import { calendarOf } from './calendar.ts';
import { holdCalendar, lockCase } from './locks.ts';
import { filingOf, termsOn } from './opening.ts';
import { Parameters } from './queries/parameters.ts';
import { workableCases, type Scope } from './queries/scope.ts';
import { selectFirst, type Queryable } from './queryable.ts';
import { allRules } from './rules.ts';
import { keepApplication, receiptOf, type FormValues, type Receipt } from './submission.ts';
import { inTransaction } from './transaction.ts';

/** A remedy as its applicant tells of it, or as the legal unit enters it. */
export interface RemedyToOpen {
  readonly requestId: string;
  /** Id of the case that it opens; of a repeated request the first one counts. */
  readonly caseId: string;
  /** The decided case. */
  readonly against: string;
  readonly kind: RemedyKind;
  /** The day on which it was sought. */
  readonly soughtOn: CivilDate;
  readonly form: FormValues;
  readonly by: Actor;
  readonly scope: Scope;
  readonly procedure: AnyProcedure;
}

/** A decided case, as far as a remedy against it has to know it. */
interface Decided {
  readonly procedure: string;
  readonly ending: string | null;
  /** Of a case that goes on: the licence that it gave. */
  readonly licence: LicenceState | null;
  readonly enterpriseId: string;
  readonly item: Opening['item'];
  /** The day on which it ended, that of the service of its decision; of a licence that is still verified, from which it is valid. */
  readonly knownOn: CivilDate;
  /** The last day on which a reconsideration of it was ruled on; null when there was none. */
  readonly reconsideredOn: CivilDate | null;
  readonly isContested: boolean;
}

/**
 * Opens a remedy against a decided case: a case of its own, which names the other. The decided one stays as it is. Lateness keeps
 * nothing from being opened, because whoever rules decides on that; the last day is frozen beside it. A repeated request gives
 * the receipt of the first one.
 * @throws LianbanError NO_SUCH_CASE when it is not open to the post; NOT_CONTESTABLE for one that is not decided, whose ending is
 * no decision, or that is contested already, with the reason in its detail; MALFORMED for a day before the decision or after
 * today; REQUEST_REUSED.
 */
export function openRemedy(pool: Pool, asked: RemedyToOpen): Promise<Receipt> {
  const { requestId, against, kind, soughtOn, form, by } = asked;
  // The decided case is held, so that no two remedies are opened against it side by side.
  return inTransaction(pool, `${holdCalendar}; ${lockCase(against)}`, async (client) => {
    const content = { kind: 'remedy', personId: by.personId, against, remedy: kind, soughtOn, form };
    const before = await receiptOf(client, requestId, content);
    if (before !== null) return before;
    const decided = await decidedCase(client, asked);
    const moment = await momentAtCase(pool, client, against);
    if (soughtOn < decided.knownOn || soughtOn > moment.receivedOn)
      throw new LianbanError('MALFORMED', { fields: ['soughtOn'] });
    const { item, enterpriseId } = decided;
    const opening: Opening = {
      ...{ item, terms: await termsOn(client, { item, on: moment.receivedOn, procedure: asked.procedure }) },
      ...{ receivedOn: moment.receivedOn, gate: 'clear', commitment: null, convertedFrom: null },
      contests: await contestedOn(pool, client, { asked, decided }),
    };
    const filing = filingOf(asked.procedure, item, enterpriseId);
    return keepApplication(client, { requestId, caseId: asked.caseId, by, filing, opening, form }, { moment, content });
  });
}

async function decidedCase(
  client: PoolClient,
  { against, scope }: RemedyToOpen,
): Promise<Decided & { readonly ending: string }> {
  const decided = await decidedOf(client, against, scope);
  if (decided === null) throw new LianbanError('NO_SUCH_CASE', { caseId: against });
  const ending = decisionOf(decided);
  if (ending === null) throw new LianbanError('NOT_CONTESTABLE', { because: 'open' });
  if (!mayBeContested(decided.procedure, ending)) throw new LianbanError('NOT_CONTESTABLE', { because: 'noDecision' });
  if (decided.isContested) throw new LianbanError('NOT_CONTESTABLE', { because: 'contested' });
  return { ...decided, ending };
}

/** The case, or null when it is not open to the post. A remedy that has been received and not recorded yet counts as one. */
async function decidedOf(db: Queryable, caseId: string, scope: Scope): Promise<Decided | null> {
  const parameters = new Parameters();
  const id = `${parameters.add(caseId)}::uuid`;
  const text = `
SELECT f.procedure, f.ending, l.state AS licence, f.enterprise_id AS "enterpriseId", o.input #> '{opening,item}' AS item,
  COALESCE(l.valid_from, (SELECT (e.at AT TIME ZONE 'Asia/Shanghai')::date FROM case_event e WHERE e.case_id = f.case_id AND e.version = f.version)) AS "knownOn",
  (SELECT max((r.updated_at AT TIME ZONE 'Asia/Shanghai')::date) FROM case_file r JOIN case_event ro ON ro.case_id = r.case_id AND ro.version = 1
    WHERE r.parent_case_id = f.case_id AND r.procedure = 'remedy' AND r.ending IS NOT NULL
      AND ro.input #>> '{opening,contests,kind}' = 'reconsideration' AND r.ending NOT IN ('notAdmitted', 'ended')) AS "reconsideredOn",
  EXISTS (SELECT FROM case_file r WHERE r.parent_case_id = f.case_id AND r.procedure = 'remedy' AND r.state = 'open')
    OR EXISTS (SELECT FROM submission s WHERE s.kind = 'open' AND s.state = 'received' AND s.payload #>> '{contests,caseId}' = f.case_id::text) AS "isContested"
FROM case_file f JOIN case_event o ON o.case_id = f.case_id AND o.version = 1
  LEFT JOIN licence l ON l.case_id = f.case_id AND f.state = 'open'
WHERE f.case_id = ${id} AND ${workableCases(scope, 'f', parameters)}`;
  return (await selectFirst<Decided>(db, { text, values: parameters.values })) ?? null;
}

const limits = { reconsideration: 'reconsider.apply', lawsuit: 'lawsuit.apply' } as const;

/** What the case was when the remedy was sought, and the last day for it (复议法20、诉讼法45、46). */
async function contestedOn(
  pool: Pool,
  client: PoolClient,
  { asked, decided }: { readonly asked: RemedyToOpen; readonly decided: Decided & { readonly ending: string } },
): Promise<Contested> {
  const { against, kind, soughtOn } = asked;
  const { procedure, ending, item, knownOn, reconsideredOn } = decided;
  const afterwards = kind === 'lawsuit' && reconsideredOn !== null;
  const key: RuleKey = afterwards ? 'lawsuit.apply.afterReconsideration' : limits[kind];
  const startOn = afterwards ? reconsideredOn : knownOn;
  const query = { keys: [key], province: item.province, item: item.code, on: startOn, rules: await allRules(client) };
  const limit: Limit | undefined = termsFor(query)[key]?.limit;
  const calendar = await calendarOf(pool, item.province, client);
  const ask = { key, extensions: [], startOn, startAt: startOfDay(startOn), spans: [] };
  const lastOn = limit === undefined ? null : dueOf({ ...ask, limit }, calendar).on;
  return {
    ...{ caseId: against, procedure, ending, knownOn, kind, soughtOn, lastOn: lastOn ?? knownOn },
    repeatable: mayBeRepeated(procedure, ending),
  };
}
