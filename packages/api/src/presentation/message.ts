import type { CaseMessage, MessageRow, RevisionMessage } from '@lianban/db/queries/messages';
import { roles } from '@lianban/domain/role';
import { text, type Text } from '@lianban/domain/text';
import type { z } from 'zod';
import type { messageView as schema } from '../views/message.ts';
import type { AsOf } from './as-of.ts';
import { readerOf, type CatalogueReader } from './catalogue.ts';
import { clockTitleOf } from './clock-titles.ts';
import { briefDeadline } from './deadline.ts';
import { ownerView } from './owner.ts';
import { revisionTitle } from './revision-title.ts';
import { dayOf } from './trail.ts';

type MessageView = z.infer<typeof schema>;

/** Where another agency is waited for, the ladder asks for a letter. */
const chaseWords = text('请向对方发催办函。', 'A letter of reminder to the other agency is to be sent.');

/** A message as it is shown. */
export const messageView = (row: MessageRow, asOf: AsOf): MessageView =>
  row.kind === 'revision' ? revisionMessage(row) : caseMessage(row, asOf);

function revisionMessage({
  kind,
  id,
  at,
  readAt,
  proposal,
  reason,
  cases,
  caseId,
  number,
}: RevisionMessage): MessageView {
  const title = revisionTitle(proposal);
  return { kind, id, at, read: readAt !== null, title, reason, cases, caseId, caseNumber: number };
}

function caseMessage(row: CaseMessage, asOf: AsOf): MessageView {
  const { kind, id, at, readAt, caseId, number: caseNumber, itemTitle, enterprise, key, reminder, urge, duty } = row;
  const catalogue = readerOf(row.procedure, row.edition);
  const open = duty?.open ?? false;
  return {
    ...{ kind, id, at, caseId, caseNumber, itemTitle, enterprise, duty: key, read: readAt !== null },
    stepTitle: duty === null ? clockTitleOf(key) : catalogue.stepTitle(duty.step),
    card: reminder === null ? null : { rung: reminder.rung, number: reminder.number, on: dayOf(reminder.forAt) },
    urge: urge === null ? null : { by: urge.name, roleTitle: roles[urge.role], reason: urge.reason },
    deadline: duty !== null && open ? briefDeadline(duty, asOf) : null,
    owner: duty === null ? null : ownerView(duty),
    done: duty !== null && !open,
    note: open ? noteOf(duty, catalogue) : null,
  };
}

function noteOf(duty: CaseMessage['duty'], catalogue: CatalogueReader): Text | null {
  if (duty?.policy === 'CHASE') return chaseWords;
  return duty?.role === 'APP' ? (catalogue.spec(duty.step).lapse?.means ?? null) : null;
}
