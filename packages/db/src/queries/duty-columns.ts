import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import type { Text } from '@lianban/domain/text';
import type { Province } from '@lianban/domain/province';
import type { Role } from '@lianban/domain/role';

/** When something is due, without the reasons. */
export interface Deadline {
  readonly dueOn: CivilDate | null;
  /** First late instant. */
  readonly dueAt: Instant | null;
  readonly provisional: boolean;
  /** There is a limit, but its clock stands still. */
  readonly clockStopped: boolean;
}

/** Who owes something: a unit or an enterprise, and the person who has taken it. */
export interface Holder {
  readonly role: Role;
  readonly province: Province;
  readonly unitId: string | null;
  /** What owes it is the body of a district, which asks like an enterprise and is none. */
  readonly isAuthority: boolean;
  /** Unit or enterprise; of what is over, the unit as it was called then. */
  readonly place: Text;
  readonly claimedBy: { readonly personId: string; readonly name: string } | null;
}

/** SELECT list of a {@link Deadline}; needs `duty d`. */
export const deadlineColumns = `d.due_on AS "dueOn", d.due_at AS "dueAt", d.provisional, d.why IS NOT NULL AND d.due_at IS NULL AS "clockStopped"`;

/** SQL: what the unit was called when the duty ended, where it is called something else now. */
const nameThen = `(SELECT jsonb_build_object('zh', n.name_zh, 'en', n.name_en) FROM unit_name n
  WHERE n.unit_id = d.unit_id AND n.until_at > d.settled_at ORDER BY n.until_at LIMIT 1)`;

/** SELECT list of a {@link Holder}; needs `duty d` and {@link holderJoins}. */
export const holderColumns = `d.role, d.province, d.unit_id AS "unitId", coalesce(he.kind = 'authority', false) AS "isAuthority",
  coalesce(${nameThen}, jsonb_build_object('zh', coalesce(hu.name_zh, he.name), 'en', coalesce(hu.name_en, he.name))) AS place,
  CASE WHEN hp.id IS NOT NULL THEN jsonb_build_object('personId', hp.id, 'name', hp.name) END AS "claimedBy"`;

/** Joins for {@link holderColumns}. */
export const holderJoins = `LEFT JOIN unit hu ON hu.id = d.unit_id LEFT JOIN enterprise he ON he.id = d.enterprise_id
  LEFT JOIN person hp ON hp.id = d.claimed_by_person`;

/** What the last turn of a case was. */
export interface LastAct {
  readonly kind:
    'open' | 'answer' | 'lapse' | 'redate' | 'retract' | 'childEnded' | 'parentTold' | 'letterAnswered' | 'parentEnded';
  /** Null for the opening and for new dates. */
  readonly step: string | null;
  /** The button, or `lapsed`; null for what is no answer. */
  readonly outcome: string | null;
  /** Of an opening that no applicant asked for: a letter of the other bureau, another case, or the calendar. */
  readonly openedBy?: 'letter' | 'case' | 'calendar' | null;
}

/** SQL: the duty that a turn answered, or whose answer it took back; what a letter answers, the kernel found. */
export const dutyOfTurn = (event: string): string =>
  `coalesce(${event}.input ->> 'duty', CASE ${event}.kind WHEN 'letterAnswered' THEN
    (SELECT x ->> 'key' FROM jsonb_array_elements(${event}.entries) x WHERE x ->> 'type' = 'settled' LIMIT 1) END)`;

/** SELECT expression of a {@link LastAct}; needs `case_event l` and the duty it names as `ld`. */
export const lastAct = `jsonb_build_object('kind', l.kind, 'step', ld.step,
  'outcome', CASE l.kind WHEN 'lapse' THEN 'lapsed' ELSE l.input ->> 'outcome' END,
  'openedBy', CASE WHEN l.kind <> 'open' THEN NULL WHEN l.input #> '{opening,letter}' IS NOT NULL THEN 'letter'
    WHEN l.input #> '{opening,childOf}' IS NOT NULL THEN 'case'
    WHEN l.input -> 'opening' ?| ARRAY['quarter', 'meetings'] THEN 'calendar' END)`;
