import { rowScope } from '@lianban/domain/permission';
import type { Province } from '@lianban/domain/province';
import type { Role } from '@lianban/domain/role';
import type { Parameters } from './parameters.ts';

/** Who reads: the post in which somebody is signed in. It becomes part of every statement. */
export interface Scope {
  readonly role: Role;
  readonly province: Province;
  /** The unit of the post; several where one stands in for another. */
  readonly unitIds: readonly string[];
  /** Only for posts of an enterprise. */
  readonly enterpriseId: string | null;
}

/** SQL: the cases that the post may see; `file` is the alias of `case_file`. Nobody sees the files of the other province. */
export function visibleCases(scope: Scope, file: string, parameters: Parameters): string {
  switch (rowScope(scope.role)) {
    case 'own-enterprise':
      return `${file}.enterprise_id = ${parameters.add(scope.enterpriseId)}::uuid`;
    case 'own-unit':
      return `${file}.province = ${parameters.add(scope.province)} AND EXISTS (
        SELECT FROM duty own WHERE own.case_id = ${file}.case_id AND own.unit_id = ANY(${parameters.add(scope.unitIds)}::text[]))`;
    case 'own-province':
      return `${file}.province = ${parameters.add(scope.province)}`;
  }
}

/** SQL: the duties that are the post's own, claimed by it or not; `duty` is the alias of `duty`. */
export function ownDuties(scope: Scope, duty: string, parameters: Parameters): string {
  if (scope.role === 'APP') return `${duty}.enterprise_id = ${parameters.add(scope.enterpriseId)}::uuid`;
  return `${duty}.unit_id = ANY(${parameters.add(scope.unitIds)}::text[]) AND ${duty}.role = ${parameters.add(scope.role)}`;
}
