import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import { dueOf } from '@lianban/domain/due';
import { civilDateOf } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { InvolvementKind } from '@lianban/domain/involvement';
import { termsFor } from '@lianban/domain/rules';
import type { Pool } from 'pg';
import { calendarOf } from '../calendar.ts';
import { selectFirst, select } from '../queryable.ts';
import { allRules } from '../rules.ts';
import type { Colleague } from './colleagues.ts';
import type { Involving } from './involving.ts';

/** The last day of a request, and the working days by which it was counted; null where the day is that of the duty. */
export interface RequestDue {
  readonly dueOn: CivilDate | null;
  readonly dueAt: Instant | null;
  readonly dueDays: number | null;
}

/** The rule of the house on approvals and countersigning; domain.md 10.B. */
const RULE = 'internal.approval';

/** Until when a request made now is to be answered: by the rule of the house, never later than the duty itself. */
export async function dueOfRequest(
  pool: Pool,
  { client, reach, now, item, dueOn, dueAt }: Involving,
): Promise<RequestDue> {
  const { province } = reach;
  const on = civilDateOf(now);
  const terms = termsFor({ keys: [RULE], province, item, on, rules: await allRules(client) });
  const limit = terms[RULE]?.limit;
  if (limit === undefined) return { dueOn, dueAt, dueDays: null };
  const ask = { key: RULE, limit, extensions: [], startOn: on, startAt: now, spans: [] };
  const due = dueOf(ask, await calendarOf(pool, province, client));
  if (dueAt !== null && (due.at === null || dueAt < due.at)) return { dueOn, dueAt, dueDays: null };
  return { dueOn: due.on, dueAt: due.at, dueDays: 'workingDays' in limit ? limit.workingDays : null };
}

/** What is asked of somebody, or told to them. */
export interface NewRequest {
  readonly requestId: string;
  readonly kind: InvolvementKind;
  readonly note: string | null;
  readonly due?: RequestDue;
  readonly sheet?: { readonly id: string; readonly from: number; readonly isAdded: boolean };
}

/** A unit as a whole, told of something or given a duty. */
export interface WholeUnit {
  readonly unitId: string;
  readonly unit: Colleague['unit'];
}

/** One who is asked: a colleague, or a whole unit. */
export type Asked = Colleague | WholeUnit;

const INSERT = `INSERT INTO involvement (request_id, case_id, key, province, kind, sheet_id, position, is_added, person_id, post_id, role, person_name,
    unit_id, unit_name_zh, unit_name_en, by_person_id, by_post_id, by_role, by_name, by_principal_name, by_unit_name_zh, by_unit_name_en, asked_at, note,
    due_on, due_at, due_days, state)
  SELECT request_id, case_id, key, province, kind, sheet_id, position, is_added, person_id, post_id, role, person_name,
    unit_id, unit_name_zh, unit_name_en, by_person_id, by_post_id, by_role, by_name, by_principal_name, by_unit_name_zh, by_unit_name_en, asked_at, note,
    due_on, due_at, due_days, state
  FROM jsonb_populate_recordset(NULL::involvement, $1) RETURNING id, position`;

/** Writes the requests, names and posts as they are now. Gives their ids in the order of those asked. */
export async function writeRequests(
  of: Involving,
  { requestId, kind, note, due, sheet }: NewRequest,
  asked: readonly Asked[],
): Promise<readonly string[]> {
  const { reach, now, actor, client } = of;
  const state = kind === 'reassign' || kind === 'copy' ? 'done' : 'open';
  const rows = asked.map((one, at) => ({
    ...{ request_id: requestId, case_id: reach.caseId, key: reach.duty, province: reach.province, kind, note, state },
    ...{ sheet_id: sheet?.id ?? null, position: (sheet?.from ?? 1) + at, is_added: sheet?.isAdded ?? false },
    ...('personId' in one
      ? { person_id: one.personId, post_id: one.postId, person_name: one.name, role: one.role }
      : { person_id: null, post_id: null, person_name: null, role: of.role }),
    ...{ unit_id: one.unitId, unit_name_zh: one.unit.zh, unit_name_en: one.unit.en },
    ...{ by_person_id: reach.by.personId, by_post_id: reach.by.postId, by_role: reach.by.role },
    ...{ by_name: actor.name, by_principal_name: actor.principal },
    ...{ by_unit_name_zh: actor.unitZh, by_unit_name_en: actor.unitEn, asked_at: now },
    ...{ due_on: due?.dueOn ?? null, due_at: due?.dueAt ?? null, due_days: due?.dueDays ?? null },
  }));
  const written = await select<{ id: string; position: number }>(client, {
    name: 'involvement-insert',
    text: INSERT,
    values: [JSON.stringify(rows)],
  });
  return written.toSorted((a, b) => a.position - b.position).map(({ id }) => id);
}

/**
 * Whether the same person has made this very request before; then nothing is to be done again.
 * @throws LianbanError REQUEST_REUSED when the id was used for something else.
 */
export async function isRepeated(
  { client, reach }: Involving,
  requestId: string,
  kind: InvolvementKind,
): Promise<boolean> {
  const known = await selectFirst<{ same: boolean }>(client, {
    name: 'involvement-known',
    text: `SELECT (case_id, key, by_person_id, kind) = ($2::uuid, $3::text, $4::uuid, $5::text) AS same FROM involvement WHERE request_id = $1 LIMIT 1`,
    values: [requestId, reach.caseId, reach.duty, reach.by.personId, kind],
  });
  if (known === undefined) return false;
  if (!known.same) throw new LianbanError('REQUEST_REUSED', { requestId });
  return true;
}
