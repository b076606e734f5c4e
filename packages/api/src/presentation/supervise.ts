import type { LateCause, SupervisedDuty, SuperviseDue } from '@lianban/db/queries/supervise';
import { text, type Text } from '@lianban/domain/text';
import type { z } from 'zod';
import type { superviseDue as dueSchema, superviseOverdue as overdueSchema } from '../views/supervise.ts';
import type { AsOf } from './as-of.ts';
import { readerOf } from './catalogue.ts';
import { briefDeadline } from './deadline.ts';
import { ownerView, type Reader } from './owner.ts';
import { trailView } from './trail.ts';

type DueView = z.infer<typeof dueSchema>;
type OverdueView = z.infer<typeof overdueSchema>;

const causes = {
  unclaimed: text('无人认领', 'Not taken by anybody'),
  repeated: text('退回后再次办理', 'Came back and is being done again'),
  inHand: text('已认领，办理中', 'Taken and in hand'),
  withEnterprise: text('等待企业', 'Waiting for the enterprise'),
} as const satisfies Record<LateCause, Text>;

/** The overview of a province: cases in hand, duties by light, and what comes due next. */
export const superviseDueView = (
  { cases, totals, units, soon }: SuperviseDue,
  reader: Reader,
  asOf: AsOf,
): DueView => ({
  today: asOf.today,
  totals: { ...totals, open: cases.open, newToday: cases.newToday },
  units: units.map((unit) => ({ ...unit })),
  soon: soon.map((duty) => {
    const { itemTitle: _, enterprise: __, ...row } = supervised(duty, reader, asOf);
    // A step in hand that is not late needs no explanation.
    return { ...row, cause: duty.cause === 'inHand' ? null : causes[duty.cause] };
  }),
});

/** A page of overdue duties. */
export const superviseOverdueView = (
  { rows, next }: { readonly rows: readonly SupervisedDuty[]; readonly next: string | null },
  reader: Reader,
  asOf: AsOf,
): OverdueView => ({
  rows: rows.map((duty) => ({ ...supervised(duty, reader, asOf), cause: causes[duty.cause] })),
  next,
});

function supervised(duty: SupervisedDuty, reader: Reader, asOf: AsOf): Omit<OverdueView['rows'][number], 'cause'> {
  const { caseId, number: caseNumber, itemTitle, enterprise, procedure, edition, step } = duty;
  return {
    caseId,
    duty: duty.duty,
    caseNumber,
    itemTitle,
    enterprise,
    stepTitle: readerOf(procedure, edition).stepTitle(step),
    owner: ownerView(duty),
    deadline: briefDeadline(duty, asOf),
    trail: trailView(duty.trail, reader, asOf),
  };
}
