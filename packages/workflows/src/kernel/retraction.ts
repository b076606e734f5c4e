import type { Instant } from '@lianban/domain/civil-date';
import { retractionRefusal, type RetractionRefusal } from '@lianban/domain/retraction';
import type { AnyProcedure } from '../vocabulary/procedure.ts';
import type { Entry, Input } from './entry.ts';
import { fold, retractedIn } from './fold.ts';
import type { Kernel, Worked } from './kernel.ts';
import { ProcedureMisuse } from './misuse.ts';
import type { Refusal, Row } from './turn.ts';

/** A turn that has been worked, and the case after it. */
export interface Retraction {
  readonly kernel: Kernel;
  readonly worked: Worked;
}

/** A case with its ledger, as committed. */
export interface CommittedCase {
  readonly procedure: AnyProcedure;
  readonly rows: readonly Row[];
  readonly kernel: Kernel;
}

type RetractInput = Extract<Input, { readonly kind: 'retract' }>;
type AnsweredRow = Row & { readonly input: Extract<Input, { readonly kind: 'answer' }> };

/**
 * The case without the act of that row, and the turn that leads there; or why it stays. Taken back is only what nobody
 * has gone on from: every other row, folded without it, is the decision that it was (ADR 0022).
 */
export async function takeBack(committed: CommittedCase, input: RetractInput): Promise<Retraction | Refusal> {
  const { procedure, rows, kernel: before } = committed;
  const row = rows[input.version - 1];
  if (row === undefined) return { ...refused('RETRACT_NO_ACT', input), mayPass: true };
  const retracted = retractedIn(rows);
  if (!answers(row, input)) return refused('RETRACT_NO_ACT', input);
  if (retracted.has(row.version)) return refused('RETRACTED', input);
  const isOwn = isSameActor(row.input.by, input.by);
  const done = await actOf(procedure, { row, before: rows.slice(0, row.version - 1), retracted });
  const without = await foldWithout(procedure, rows, new Set([...retracted, row.version]));
  const isActedOn = without.actedOn !== null || hasBeenSilent(before, without.kernel, input.at);
  const own = without.kernel?.openDuties().find(({ key }) => key === input.duty);
  const hasLapsed = own?.spec.lapse !== undefined && own.due !== null && input.at >= own.due;
  const code = retractionRefusal({ ...done, isRetracted: false, isOwn, isActedOn, hasLapsed });
  if (code !== null)
    return { ...refused(code, input, without.actedOn), ...(LIFTED.has(code) ? { mayPass: true } : {}) };
  if (without.kernel === null) throw new ProcedureMisuse('DRIFT', { version: row.version });
  return { kernel: without.kernel, worked: difference(before, without.kernel, input) };
}

/** What a row that has not been seen yet could lift: who went on may have taken that back, a limit may have been moved. */
const LIFTED: ReadonlySet<RetractionRefusal> = new Set(['RETRACT_ACTED_ON', 'RETRACT_TOO_LATE']);

const refused = (code: RetractionRefusal, { version }: RetractInput, actedOn: number | null = null): Refusal => ({
  code,
  detail: actedOn === null ? { version } : { version, actedOn },
});

const answers = (row: Row, { duty }: RetractInput): row is AnsweredRow =>
  row.input.kind === 'answer' && row.input.duty === duty;

const isSameActor = (one: RetractInput['by'], other: RetractInput['by']): boolean =>
  one.personId === other.personId && one.postId === other.postId;

/** Whether silence on something that the act had opened has had its effect by then, be it written down yet or not. */
const hasBeenSilent = (before: Kernel, without: Kernel | null, at: Instant): boolean => {
  const stays = new Set(without?.openDuties().map(({ key }) => key));
  return before
    .openDuties()
    .some(({ key, due, spec }) => spec.lapse !== undefined && due !== null && at >= due && !stays.has(key));
};

/** What the act did, in the case as it is read now: those before it that were taken back made no difference to it. */
async function actOf(
  procedure: AnyProcedure,
  done: { readonly row: AnsweredRow; readonly before: readonly Row[]; readonly retracted: ReadonlySet<number> },
) {
  const { input, amended } = done.row;
  const { kernel } = await fold(procedure, done.before, done.retracted);
  const duty = kernel.openDuties().find(({ key }) => key === input.duty);
  const { entries } = await kernel.turn(input, amended);
  return {
    isAnswer: duty?.kind === 'duty',
    irreversible: duty?.spec.outcomes[input.outcome]?.irreversible === true,
    effects: entries,
  };
}

type Without =
  { readonly kernel: Kernel; readonly actedOn: null } | { readonly kernel: null; readonly actedOn: number };

/** The case without these acts, or the first row that cannot be without them. */
async function foldWithout(
  procedure: AnyProcedure,
  rows: readonly Row[],
  without: ReadonlySet<number>,
): Promise<Without> {
  try {
    return { kernel: (await fold(procedure, rows, without)).kernel, actedOn: null };
  } catch (failure) {
    if (!(failure instanceof ProcedureMisuse)) throw failure;
    const { version } = failure.detail;
    return { kernel: null, actedOn: typeof version === 'number' ? version : rows.length };
  }
}

/** What the two cases have open, one and not the other, and which rights are blocked in one only; in the order in which it was opened. */
function difference(before: Kernel, after: Kernel, { version, duty }: RetractInput): Worked {
  const [were, are] = [before, after].map((kernel) => new Map(kernel.openDuties().map((open) => [open.key, open])));
  const gone = [...(were ?? [])].filter(([key]) => are?.has(key) !== true).map(([key]) => key);
  const back = [...(are ?? [])].filter(([key]) => were?.has(key) !== true).map(([key]) => key);
  const blocked = [...(are ?? [])].flatMap(([key, { blocked: reason }]): Entry[] => {
    const was = were?.get(key);
    return was === undefined || was.blocked?.zh === reason?.zh ? [] : [{ type: 'blocked', key, reason }];
  });
  after.retire(gone);
  return {
    entries: [
      { type: 'retracted', version, key: duty },
      ...gone.map((key): Entry => ({ type: 'cancelled', key })),
      ...blocked,
      ...back.map((key): Entry => ({ type: 'reopened', key })),
    ],
    asks: after.asksOf(back),
  };
}
