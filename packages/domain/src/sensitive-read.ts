import type { Role } from './role.ts';
import { text, type Text } from './text.ts';

/** A read that the trail tells of. */
export type SensitiveRead = 'case' | 'emergency' | 'trail';

/**
 * Which reads the trail tells of, and for whom. A case is open to its whole bureau, so that work can be handed on; whoever
 * opens one with which their unit has nothing to do leaves a row. Of a secret one that somebody was let into for a while,
 * every read leaves one.
 */
export const sensitiveReads = {
  case: {
    title: text('查阅本单位未经办的案件', 'A case with which the unit of the reader has nothing to do'),
    roles: ['WIN', 'OFF', 'SEC', 'REV', 'DISP', 'INS', 'LEG', 'CRD', 'DL', 'HEAD', 'BMO', 'PSC', 'JO', 'SUP', 'ADM'],
  },
  emergency: {
    title: text('紧急查阅保密案件', 'A secret case, in an emergency'),
    roles: ['WIN', 'OFF', 'SEC', 'REV', 'DISP', 'INS', 'LEG', 'CRD', 'DL', 'HEAD', 'BMO', 'PSC', 'JO', 'SUP'],
  },
  trail: { title: text('查阅审计日志', 'The trail'), roles: ['AUD'] },
} as const satisfies Record<SensitiveRead, { readonly title: Text; readonly roles: readonly Role[] }>;

/** Whether the trail tells of that read by a post of that role. */
export function isSensitive(read: SensitiveRead, role: Role): boolean {
  const roles: readonly Role[] = sensitiveReads[read].roles;
  return roles.includes(role);
}
