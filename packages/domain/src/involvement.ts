import { assertNever } from './assert-never.ts';
import type { Role } from './role.ts';

/** How somebody has to do with a duty beside its owner: 转办, 委派, 协办, 会签 or 加签, 抄送. */
export const involvementKinds = ['reassign', 'delegate', 'assist', 'sign', 'copy'] as const;
/** One of the {@link involvementKinds}. */
export type InvolvementKind = (typeof involvementKinds)[number];

/** A duty as far as it decides who may be asked. */
export interface DutyAtHand {
  readonly role: Role;
  readonly unitId: string | null;
  /** Who has taken it. */
  readonly holder: string | null;
}

/** Somebody who could be asked, in one of their posts. */
export interface Candidate {
  readonly personId: string;
  readonly role: Role;
  readonly unitId: string;
  /** A step that they answered or prepared, and whose answerer may not take this duty; null when there is none. */
  readonly separatedBy: string | null;
  /** They are away, and nobody stands in for them. */
  readonly isAway: boolean;
  /** They have to keep out of the case (回避); why is not told. */
  readonly isBound: boolean;
  /** For what they are being asked already about this duty. */
  readonly asked: readonly InvolvementKind[];
}

/** Why somebody may not be asked. */
export type Unfit = 'self' | 'away' | 'bound' | 'separation' | 'asked' | 'otherPlace';

/**
 * Why the candidate may not be asked for that; null when they may. Who prepares a duty is as separate as who answers it, because
 * the answer is theirs in all but name (domain.md §9, ADR 0023).
 */
export function unfitFor(kind: InvolvementKind, candidate: Candidate, duty: DutyAtHand): Unfit | null {
  if (candidate.personId === duty.holder) return 'self';
  if (candidate.isAway) return 'away';
  if (candidate.isBound && kind !== 'copy') return 'bound';
  switch (kind) {
    case 'reassign':
      if (candidate.role !== duty.role || candidate.unitId !== duty.unitId) return 'otherPlace';
      return candidate.separatedBy === null ? null : 'separation';
    case 'delegate':
      if (candidate.separatedBy !== null) return 'separation';
      return candidate.asked.includes(kind) ? 'asked' : null;
    case 'assist':
    case 'sign':
      return candidate.asked.includes(kind) ? 'asked' : null;
    case 'copy':
      return null;
    default:
      return assertNever(kind);
  }
}

/** Whether that post may hand on duties of others: a head of section those of the section, the directors all of the bureau. */
export const mayReassign = (
  post: { readonly role: Role; readonly unitId: string | null },
  duty: Pick<DutyAtHand, 'unitId'>,
): boolean => post.role === 'DL' || post.role === 'HEAD' || (post.role === 'SEC' && post.unitId === duty.unitId);
