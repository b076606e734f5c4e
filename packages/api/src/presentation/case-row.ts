import type { CaseRow, OpenStep } from '@lianban/db/queries/case-list';
import type { z } from 'zod';
import type { caseRow as schema } from '../views/case.ts';
import type { AsOf } from './as-of.ts';
import { readerOf } from './catalogue.ts';
import { briefDeadline } from './deadline.ts';
import { ownerView } from './owner.ts';

/** A case in a list, as it is shown. */
export type CaseRowView = z.infer<typeof schema>;

/** A case in a list: what it is about, and who has to do what by when. */
export function caseRowView(row: CaseRow, asOf: AsOf): CaseRowView {
  const catalogue = readerOf(row.procedure, row.edition);
  const { caseId, number: caseNumber, acceptanceNumber, itemTitle, enterprise, province, state } = row;
  return {
    caseId,
    caseNumber,
    acceptanceNumber,
    itemTitle,
    enterprise,
    province,
    state,
    procedureTitle: catalogue.title,
    ending: row.ending === null ? null : catalogue.endingTitle(row.ending),
    steps: row.steps.map((step: OpenStep) => ({
      key: step.key,
      title: catalogue.stepTitle(step.step),
      owner: ownerView(step),
      deadline: briefDeadline(step, asOf),
    })),
    openedAt: row.openedAt,
    updatedAt: row.updatedAt,
  };
}
