import { assertNever } from '@lianban/domain/assert-never';
import { auditActions } from '@lianban/domain/audit-action';
import type {
  AccountMessage,
  CaseMessage,
  MessageRow,
  NoticeMessage,
  RevisionMessage,
  StandInMessage,
} from '@lianban/db/queries/messages';
import { notices } from '@lianban/domain/liaison';
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
import { matterTitle } from './stand-in.ts';
import { dayOf } from './trail.ts';

type MessageView = z.infer<typeof schema>;

/** Where another agency is waited for, the ladder asks for a letter. */
const chaseWords = text('请向对方发催办函。', 'A letter of reminder to the other agency is to be sent.');

/** A message as it is shown. */
export function messageView(row: MessageRow, asOf: AsOf): MessageView {
  switch (row.kind) {
    case 'account':
      return accountMessage(row);
    case 'notice':
      return noticeMessage(row);
    case 'revision':
      return revisionMessage(row);
    case 'standIn':
      return standInMessage(row);
    case 'case':
      return caseMessage(row, asOf);
    default:
      return assertNever(row);
  }
}

function accountMessage({ kind, id, at, readAt, standingInFor, change }: AccountMessage): MessageView {
  return {
    kind,
    id,
    at,
    read: readAt !== null,
    standingInFor,
    title: auditActions[change]?.title ?? text(change, change),
  };
}

function noticeMessage(row: NoticeMessage): MessageView {
  const { kind, id, at, readAt, standingInFor, notice, caseId, number: caseNumber, itemTitle, enterprise } = row;
  return {
    ...{ kind, id, at, read: readAt !== null, standingInFor, title: notices[notice] },
    ...{ caseId, caseNumber, itemTitle, enterprise },
  };
}

function standInMessage({ kind, id, at, readAt, standingInFor, delegation }: StandInMessage): MessageView {
  const { news, principal, deputy, isDeputy, from, to, by, reason } = delegation;
  return {
    ...{ kind, id, at, read: readAt !== null, standingInFor, news, principal, deputy, isDeputy, from, to, by, reason },
    matter: matterTitle(delegation),
  };
}

function revisionMessage({
  kind,
  id,
  at,
  readAt,
  standingInFor,
  proposal,
  reason,
  cases,
  caseId,
  number,
}: RevisionMessage): MessageView {
  const title = revisionTitle(proposal);
  return { kind, id, at, read: readAt !== null, standingInFor, title, reason, cases, caseId, caseNumber: number };
}

function caseMessage(row: CaseMessage, asOf: AsOf): MessageView {
  const {
    kind,
    id,
    at,
    readAt,
    caseId,
    number: caseNumber,
    itemTitle,
    enterprise,
    key,
    reminder,
    urge,
    news,
    duty,
  } = row;
  const catalogue = readerOf(row.procedure, row.edition);
  const open = duty?.open ?? false;
  return {
    ...{ kind, id, at, caseId, caseNumber, itemTitle, enterprise, duty: key, read: readAt !== null },
    standingInFor: row.standingInFor,
    stepTitle: duty === null ? clockTitleOf(key) : catalogue.stepTitle(duty.step),
    card: reminder === null ? null : { rung: reminder.rung, number: reminder.number, on: dayOf(reminder.forAt) },
    urge:
      urge === null
        ? null
        : { by: urge.name, standingInFor: urge.principal, roleTitle: roles[urge.role], reason: urge.reason },
    news: newsOf(news),
    retraction: retractionOf(row.retraction, catalogue),
    deadline: duty !== null && open ? briefDeadline(duty, asOf) : null,
    owner: duty === null ? null : ownerView(duty),
    done: duty !== null && !open,
    note: open ? noteOf(duty, catalogue) : null,
  };
}

function retractionOf(
  sent: CaseMessage['retraction'],
  catalogue: CatalogueReader,
): Extract<MessageView, { kind: 'case' }>['retraction'] {
  if (sent === null) return null;
  const { step, by, principal, role, reason } = sent;
  return { stepTitle: catalogue.stepTitle(step), by, standingInFor: principal, roleTitle: roles[role], reason };
}

function newsOf(sent: CaseMessage['news']): Extract<MessageView, { kind: 'case' }>['news'] {
  if (sent === null) return null;
  const { byRole, principal, ...news } = sent;
  return { ...news, standingInFor: principal, byRoleTitle: roles[byRole] };
}

function noteOf(duty: CaseMessage['duty'], catalogue: CatalogueReader): Text | null {
  if (duty?.policy === 'CHASE') return chaseWords;
  return duty?.role === 'APP' ? (catalogue.spec(duty.step).lapse?.means ?? null) : null;
}
