import type { CaseRecord } from '@lianban/db/queries/case-page';
import type { z } from 'zod';
import type { explainedDeadline as schema } from '../views/case.ts';
import { factsFor, type Occasion } from './case-facts.ts';
import { open, rightsShown } from './case-page.ts';
import { clockViews } from './clock.ts';
import { dutyView } from './duty.ts';

/** One deadline of a case with its reasons. */
export type ExplainedDeadline = z.infer<typeof schema>;

/**
 * The deadline of an open duty or right by its key, or of a clock by its own (`clock:decision`), exactly as the page of the
 * case shows it to that reader; null when it shows none.
 */
export function explainedDeadline(record: CaseRecord, key: string, occasion: Occasion): ExplainedDeadline | null {
  const found = clockOf(record, key, occasion) ?? dutyOf(record, key, occasion);
  if (found === null) return null;
  const { caseId, number: caseNumber, item, province } = record.head;
  return { today: occasion.asOf.today, caseId, caseNumber, itemTitle: item.title, province, ...found };
}

type Found = Pick<ExplainedDeadline, 'of' | 'deadline'>;

function clockOf(record: CaseRecord, key: string, occasion: Occasion): Found | null {
  const clock = clockViews(factsFor(record, occasion)).find((one) => one.key === key);
  return clock === undefined ? null : { of: clock.title, deadline: clock.deadline };
}

function dutyOf(record: CaseRecord, key: string, occasion: Occasion): Found | null {
  const shown = [...open(record, 'duty'), ...rightsShown(record, occasion.reader)];
  const duty = shown.find((one) => one.key === key);
  if (duty === undefined) return null;
  const { stepTitle, deadline } = dutyView(duty, record, occasion);
  return { of: stepTitle, deadline };
}
