import { mayCall, rowScope } from '@lianban/domain/permission';
import { entersByUnit, seesAllSecrets } from '@lianban/domain/secrecy';
import type { Province } from '@lianban/domain/province';
import { isOutside, type Role } from '@lianban/domain/role';
import type { Matters } from '@lianban/domain/stand-in';
import type { Parameters } from './parameters.ts';

/** Who reads: the post in which somebody is signed in. It becomes part of every statement. */
export interface Scope {
  readonly personId: string;
  readonly role: Role;
  readonly province: Province;
  /** The unit of the post. */
  readonly unitIds: readonly string[];
  /** Only for posts of an enterprise. */
  readonly enterpriseId: string | null;
  /** Of somebody who stands in for single matters: nothing else of the post is reached. */
  readonly matters?: Matters | null;
}

/** SQL: the matters of the scope take in the case; `file` is the alias of `case_file`. Everything does without any. */
function covered({ matters = null }: Scope, file: string, parameters: Parameters): string {
  if (matters === null) return 'true';
  const { items, procedures, cases } = matters;
  return `(${file}.item = ANY(${parameters.add(items)}::text[]) OR ${file}.procedure = ANY(${parameters.add(procedures)}::text[])
    OR ${file}.case_id = ANY(${parameters.add(cases)}::uuid[]))`;
}

/** SQL: the cases that the post may see; `file` is the alias of `case_file`. Nobody sees the files of the other province. */
export function visibleCases(scope: Scope, file: string, parameters: Parameters): string {
  switch (rowScope(scope.role)) {
    case 'own-enterprise':
      // What the bureaus write to each other about an enterprise is not for the enterprise.
      return `${file}.enterprise_id = ${parameters.add(scope.enterpriseId)}::uuid AND ${file}.letter IS NULL`;
    case 'own-unit':
      return `${file}.province = ${parameters.add(scope.province)} AND ${covered(scope, file, parameters)} AND EXISTS (
        SELECT FROM duty own WHERE own.case_id = ANY(${ofFamily(file)}) AND own.unit_id = ANY(${parameters.add(scope.unitIds)}::text[]))`;
    case 'own-province':
      return `${file}.province = ${parameters.add(scope.province)} AND ${covered(scope, file, parameters)}
        AND (${file}.secret_since IS NULL OR ${letIn(scope, file, parameters)}
        OR ${letInForNow(scope, file, parameters)})`;
  }
}

/** SQL: the case, and the one that opened it, whose units see what it does for them (ADR 0033). */
const ofFamily = (file: string): string =>
  `ARRAY[${file}.case_id, CASE WHEN ${file}.parent_duty IS NOT NULL THEN ${file}.parent_case_id END]`;

/** SQL: the cases on which the post may do something: those it sees, but for those that it may only look at for a while. */
export function workableCases(scope: Scope, file: string, parameters: Parameters): string {
  const visible = visibleCases(scope, file, parameters);
  if (rowScope(scope.role) === 'own-enterprise') return visible;
  return `${visible} AND (${file}.secret_since IS NULL OR ${letIn(scope, file, parameters)})`;
}

/**
 * SQL: the cases whose files the post may open: its own, and those on which it works or into which it was let for a while.
 * Nothing in a file can be masked, so the rest of the bureau opens none; row-level security says the same in `opens_attachments`.
 */
export function openFiles(scope: Scope, file: string, parameters: Parameters): string {
  if (!mayCall(scope.role, 'attachment.download')) return 'false';
  const visible = visibleCases(scope, file, parameters);
  if (rowScope(scope.role) === 'own-enterprise') return visible;
  return `${visible} AND (${letIn(scope, file, parameters)} OR ${letInForNow(scope, file, parameters)}) IS TRUE`;
}

/** SQL: whether a secret case is open to the post; row-level security says the same in `is_let_in` (ADR 0027). */
function letIn({ role, personId, unitIds }: Scope, file: string, parameters: Parameters): string {
  if (seesAllSecrets(role)) return 'true';
  const person = `${parameters.add(personId)}::uuid`;
  const putIt = `${file}.secret_by = ${person}`;
  if (!entersByUnit(role)) return putIt;
  return `${putIt} OR EXISTS (SELECT FROM duty own WHERE own.case_id = ANY(${ofFamily(file)})
    AND (own.unit_id = ANY(${parameters.add(unitIds)}::text[]) OR own.claimed_by_person = ${person}))
    OR EXISTS (SELECT FROM involvement i WHERE i.case_id = ${file}.case_id AND i.person_id = ${person})`;
}

/** SQL: until when the post may look at a secret case that is not open to it otherwise; null where it is, or is not secret. */
export function letInUntil(scope: Scope, file: string, parameters: Parameters): string {
  if (rowScope(scope.role) === 'own-enterprise') return 'NULL::timestamptz';
  return `CASE WHEN ${file}.secret_since IS NOT NULL AND NOT (${letIn(scope, file, parameters)})
    THEN (SELECT max(a.until_at) ${accesses(scope, file, parameters)}) END`;
}

/** SQL: whether the post has been let in for a while, and the while is not over. */
const letInForNow = (scope: Scope, file: string, parameters: Parameters): string =>
  `EXISTS (SELECT ${accesses(scope, file, parameters)})`;

const accesses = ({ role, personId }: Scope, file: string, parameters: Parameters): string =>
  `FROM emergency_access a WHERE a.case_id = ${file}.case_id AND a.asked_by = ${parameters.add(personId)}::uuid
    AND a.asked_role = ${parameters.add(role)} AND a.released AND a.ended_at IS NULL AND a.until_at > clock_timestamp()`;

/** SQL: the duties that are the post's own, claimed by it or not; `duty` is the alias of `duty`. */
export function ownDuties(scope: Scope, duty: string, parameters: Parameters): string {
  if (isOutside(scope.role)) return `${duty}.enterprise_id = ${parameters.add(scope.enterpriseId)}::uuid`;
  const [unit, ...others] = scope.unitIds;
  // Only of a single unit does an index give the duties in their order.
  const isOfUnit =
    unit === undefined || others.length > 0
      ? `${duty}.unit_id = ANY(${parameters.add(scope.unitIds)}::text[])`
      : `${duty}.unit_id = ${parameters.add(unit)}`;
  const own = `${isOfUnit} AND ${duty}.role = ${parameters.add(scope.role)}`;
  if ((scope.matters ?? null) === null) return own;
  return `${own} AND EXISTS (SELECT FROM case_file m WHERE m.case_id = ${duty}.case_id AND ${covered(scope, 'm', parameters)})`;
}
