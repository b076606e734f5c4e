import type { Named } from '@lianban/db/audit';
import type { AccessRow } from '@lianban/db/queries/access-requests';
import type { Instant } from '@lianban/domain/civil-date';
import { roles, type Role } from '@lianban/domain/role';
import { accessState, mayDecideAccess, mayEndAccess } from '@lianban/domain/secrecy';
import { text, type Text } from '@lianban/domain/text';
import type { z } from 'zod';
import type { accessList } from '../views/emergency.ts';
import type { Reader } from './owner.ts';

/** A request as it is shown. */
type AccessView = z.infer<typeof accessList>[number];

/** Whether posts of that role see the requests of their whole province. */
export const watchesAccess = (role: Role): boolean => role === 'HEAD' || role === 'DL' || role === 'SUP';

/** The request as the reader may know it: which case it is about, only who asked and who decides. */
export function accessView(row: AccessRow, { person, post }: Reader): AccessView {
  const reader = { personId: person.id, role: post.role };
  const asker = { personId: row.askedBy, role: row.askedRole };
  const state = accessState(row, row.now);
  const own = row.askedBy === person.id;
  const mayDecide = mayDecideAccess(asker, reader);
  return {
    accessId: row.id,
    caseNumber: own || mayDecide || post.role === 'HEAD' ? row.caseNumber : null,
    caseId: own && state === 'running' ? row.caseId : null,
    reason: row.reason,
    state,
    asked: { ...namedView(row.askedWho), at: row.askedAt, roleTitle: roles[row.askedRole] },
    untilAt: row.untilAt,
    decided: doneBy(row.decidedWho, row.decidedAt),
    remark: row.remark,
    ended: doneBy(row.endedWho, row.endedAt),
    own,
    mayDecide: mayDecide && state === 'asked',
    mayEnd: mayEndAccess(asker, reader) && state === 'running',
  };
}

const namedView = ({ name, zh, en }: Named): { name: string; place: Text } => ({ name, place: text(zh, en) });

const doneBy = (who: Named | null, at: Instant | null): AccessView['decided'] =>
  who === null || at === null ? null : { ...namedView(who), at };
