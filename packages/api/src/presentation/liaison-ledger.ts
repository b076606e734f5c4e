import { lightOf, workingDaysLeft } from '@lianban/domain/light';
import { requestCategories, requestLevels, requestSources } from '@lianban/domain/liaison';
import { startOfDay, addDays } from '@lianban/domain/civil-date';
import { text, type Text } from '@lianban/domain/text';
import type { LedgerRow } from '@lianban/db/queries/liaison-ledger';
import type { z } from 'zod';
import type { ledgerRow as schema } from '../views/liaison.ts';
import type { AsOf } from './as-of.ts';
import { standsBeside } from './beside.ts';
import { readerOf } from './catalogue.ts';

/** A row of a ledger, as it is shown. */
export type LedgerRowView = z.infer<typeof schema>;

const ratings = {
  satisfied: text('满意', 'Satisfied'),
  dissatisfied: text('不满意', 'Dissatisfied'),
  lapsed: text('未评价，默认满意', 'Not rated'),
} as const;

/** A row of a ledger: the request in the columns of annex 4. */
export function ledgerRowView(row: LedgerRow, asOf: AsOf): LedgerRowView {
  const { caseId, number: caseNumber, district, enterprise, subject, receivedOn, level, openedAt } = row;
  const { acceptingUnit, handlingUnit, helpers, wentOutside, sensitive, repliedOn, policyReviewOn } = row;
  return {
    ...{ caseId, caseNumber, district, enterprise, sensitive, subject, receivedOn, wentOutside },
    ...{ acceptingUnit, handlingUnit, helpers: [...helpers], level, repliedOn, policyReviewOn, openedAt },
    category: requestCategories[row.category],
    source: requestSources[row.source],
    levelTitle: requestLevels[level],
    deadline: deadlineOf(row, asOf),
    progress: progressOf(row),
    result: row.ending === null ? null : readerOf(row.procedure, row.edition).endingTitle(row.ending),
    rating: row.rating === null ? null : ratings[row.rating],
  };
}

function deadlineOf(
  { dueOn, isProvisional, ending }: LedgerRow,
  { now, today, calendar }: AsOf,
): LedgerRowView['deadline'] {
  if (dueOn === null || ending !== null) return null;
  const at = startOfDay(addDays(dueOn, 1));
  const left = workingDaysLeft(dueOn, today, calendar);
  return {
    ...{ on: dueOn, at, provisional: isProvisional, clockStopped: false, workingDaysLeft: left },
    light: at <= now ? 'red' : lightOf(left),
  };
}

/** The steps that are open, or how it ended. */
function progressOf({ ending, procedure, edition, steps }: LedgerRow): Text {
  const catalogue = readerOf(procedure, edition);
  if (ending !== null) return catalogue.endingTitle(ending);
  const titles = new Map(
    steps.flatMap(({ step }) => (standsBeside(step) ? [] : [[step, catalogue.stepTitle(step)] as const])),
  );
  const all = [...titles.values()];
  return text(all.map(({ zh }) => zh).join('、'), all.map(({ en }) => en).join('; '));
}
