import type { Due, Explanation } from '@lianban/domain/ask';
import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { DutyLimit } from '@lianban/domain/limit';
import { clockNamed } from '@lianban/domain/limit-key';
import type { Role } from '@lianban/domain/role';
import type { Text } from '@lianban/domain/text';
import type { Entry } from '@lianban/workflows/kernel/entry';
import type { About } from '@lianban/workflows/vocabulary/proceeding';
import type { Facts } from './facts.ts';

/** How a duty ended. */
export type DutyEnd = 'settled' | 'lapsed' | 'cancelled';

/** A last day with its explanation, as columns. */
export interface DueColumns {
  readonly due_on: CivilDate | null;
  readonly due_at: Instant | null;
  readonly provisional: boolean;
  readonly why: Explanation | null;
}

/** A row of `duty` as it is inserted; one that ended in the same turn has its end at once. */
export interface OpenedDuty extends DueColumns {
  readonly key: string;
  readonly step: string;
  readonly kind: 'duty' | 'right';
  readonly role: Role;
  readonly unit_id: string | null;
  readonly enterprise_id: string | null;
  readonly policy: string;
  readonly lapses: boolean;
  readonly rule: string | null;
  readonly limit: DutyLimit | null;
  readonly clock: string | null;
  readonly start_on: CivilDate;
  readonly without: Readonly<Record<string, Text>>;
  readonly about: About | null;
  readonly blocked: Text | null;
  readonly state: 'open' | DutyEnd;
  readonly outcome: string | null;
}

/** What happens to a duty of an earlier turn. */
export interface ChangedDuty extends DueColumns {
  readonly key: string;
  /** Null while it stays open. */
  readonly state: DutyEnd | null;
  readonly outcome: string | null;
  readonly dated: boolean;
  readonly reblocked: boolean;
  readonly blocked: Text | null;
}

/** A duty of an earlier turn that is open again, as it was. */
export interface ReopenedDuty extends DueColumns {
  readonly key: string;
  /** Its limit now, which a revision may have changed meanwhile; null when it has none of its own. */
  readonly limit: DutyLimit | null;
}

/** Everything a turn does to duties; no key is in two of them, because one statement writes them all. */
export interface DutyRows {
  readonly opened: readonly OpenedDuty[];
  readonly changed: readonly ChangedDuty[];
  readonly reopened: readonly ReopenedDuty[];
}

const UNDATED: DueColumns = { due_on: null, due_at: null, provisional: false, why: null };
const UNCHANGED: Omit<ChangedDuty, 'key'> = {
  ...UNDATED,
  state: null,
  outcome: null,
  dated: false,
  reblocked: false,
  blocked: null,
};

/** Columns of a due date; none when nothing was asked. */
export const dueColumns = (due: Due | undefined): DueColumns =>
  due === undefined ? UNDATED : { due_on: due.on, due_at: due.at, provisional: due.provisional, why: due.why };

/** Duties opened, changed and opened again by a turn. */
export function dutyRows(facts: Facts, dues: ReadonlyMap<string, Due>): DutyRows {
  const reopened = reopenedRows(facts, dues);
  const again = new Set(reopened.map(({ key }) => key));
  const opened = new Map<string, OpenedDuty>();
  const changed = new Map<string, ChangedDuty>();
  const change = (key: string, news: Partial<OpenedDuty & ChangedDuty>): void => {
    const row = opened.get(key);
    if (row === undefined) changed.set(key, { key, ...UNCHANGED, ...changed.get(key), ...news });
    else opened.set(key, { ...row, ...news });
  };
  for (const entry of facts.turn.entries) {
    if (entry.type === 'opened') opened.set(entry.key, openedRow(facts, entry, dues.get(entry.key)));
    if (entry.type === 'settled' && opened.get(entry.key)?.kind !== 'right') change(entry.key, endOf(entry.outcome));
    if (entry.type === 'cancelled') change(entry.key, { state: 'cancelled', outcome: null });
    if (entry.type === 'blocked') change(entry.key, { blocked: entry.reason, reblocked: true });
  }
  for (const [key, due] of dues) {
    if (!opened.has(key) && !again.has(key) && clockNamed(key) === null)
      change(key, { ...dueColumns(due), dated: true });
  }
  return { opened: [...opened.values()], changed: [...changed.values()], reopened };
}

function reopenedRows({ turn: { entries, asks } }: Facts, dues: ReadonlyMap<string, Due>): readonly ReopenedDuty[] {
  const limits = new Map(asks.map(({ key, limit }) => [key, limit]));
  return entries.flatMap((entry) =>
    entry.type === 'reopened'
      ? [{ key: entry.key, limit: limits.get(entry.key) ?? null, ...dueColumns(dues.get(entry.key)) }]
      : [],
  );
}

const endOf = (outcome: string): { state: DutyEnd; outcome: string } => ({
  state: outcome === 'lapsed' ? 'lapsed' : 'settled',
  outcome,
});

function openedRow(facts: Facts, entry: Extract<Entry, { type: 'opened' }>, due: Due | undefined): OpenedDuty {
  const { key, step, kind, owner, unit, policy, lapses, rule, limit, clock, startOn, without, about = null } = entry;
  const place =
    owner === 'APP'
      ? { unit_id: null, enterprise_id: facts.filing.enterpriseId }
      : { unit_id: unit ?? unitOf(facts, owner), enterprise_id: null };
  return {
    key,
    step,
    kind,
    role: owner,
    ...place,
    policy,
    lapses,
    rule,
    limit,
    clock,
    start_on: startOn,
    without,
    about,
    blocked: null,
    state: 'open',
    outcome: null,
    ...dueColumns(due),
  };
}

/** The unit that holds the role for this item here; a duty without a place would be in nobody's list. */
function unitOf({ standing, filing, turn }: Facts, role: Role): string {
  const unit = standing.units[role];
  if (unit === undefined)
    throw new LianbanError('INTERNAL', {
      reason: 'no unit holds the role',
      role,
      province: filing.province,
      caseId: turn.caseId,
    });
  return unit;
}
