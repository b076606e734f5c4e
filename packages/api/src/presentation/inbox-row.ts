import type { InboxPage, InboxRow } from '@lianban/db/queries/inbox';
import type { z } from 'zod';
import type { inboxPage as pageSchema, inboxRow as rowSchema } from '../views/duty.ts';
import type { AsOf } from './as-of.ts';
import { readerOf } from './catalogue.ts';
import { briefDeadline } from './deadline.ts';
import { lastActWords } from './last-act.ts';
import { dayOf } from './trail.ts';
import { actorName, holderFor, ownerView, standingTo, type Reader } from './owner.ts';

type InboxRowView = z.infer<typeof rowSchema>;

/** A page of the inbox as it is shown. */
export const inboxPageView = (page: InboxPage, reader: Reader, asOf: AsOf): z.infer<typeof pageSchema> => ({
  today: asOf.today,
  next: page.next,
  counts: page.counts,
  deemedToday: page.deemedToday,
  rows: page.rows.map((row) => inboxRowView(row, reader, asOf)),
});

/** A duty in the inbox. */
function inboxRowView(row: InboxRow, reader: Reader, asOf: AsOf): InboxRowView {
  const catalogue = readerOf(row.procedure, row.edition);
  const {
    caseId,
    duty,
    number: caseNumber,
    itemTitle,
    enterprise,
    step,
    openedAt,
    updatedAt,
    updatedBy,
    updatedFor,
  } = row;
  return {
    caseId,
    duty,
    caseNumber,
    itemTitle,
    enterprise,
    step,
    openedAt,
    updatedAt,
    updatedBy:
      updatedBy === null ? null : actorName(updatedBy, row.updatedRole ?? 'CLK', standingTo({ duties: [row] }, reader)),
    updatedFor,
    procedureTitle: catalogue.title,
    stepTitle: catalogue.stepTitle(step),
    about: row.about?.title ?? null,
    deadline: briefDeadline(row, asOf),
    consequence: row.lapses ? (catalogue.spec(step).lapse?.means ?? null) : null,
    owner: ownerView(row),
    holder: holderFor(row, reader),
    lastAct: lastActWords(row.last, catalogue, reader),
    urged: row.urged === null ? null : { times: row.urged.times, lastOn: dayOf(row.urged.lastAt) },
    waits: row.role === 'APP' ? 'agency' : 'enterprise',
  };
}
