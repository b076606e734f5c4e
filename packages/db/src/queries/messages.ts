import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import type { InvolvementKind } from '@lianban/domain/involvement';
import type { NoticeKey } from '@lianban/domain/liaison';
import type { Rung } from '@lianban/domain/ladder';
import type { ExpiryPolicy } from '@lianban/domain/limit';
import type { Proposal } from '@lianban/domain/revision';
import type { Role } from '@lianban/domain/role';
import type { Matter } from '@lianban/domain/stand-in';
import type { Text } from '@lianban/domain/text';
import type { News } from '../involvement/news.ts';
import type { DelegationNews } from '../stand-in/tell.ts';
import { planned, select, selectOne, type Queryable } from '../queryable.ts';
import { deadlineColumns, holderColumns, holderJoins, type Deadline, type Holder } from './duty-columns.ts';

/** A card of the ladder, as it was sent. */
export interface SentRung {
  readonly rung: Rung;
  readonly number: number;
  /** When it was to be sent. */
  readonly forAt: Instant;
  readonly dueOn: CivilDate;
}

/** An urge, by whom and why. */
export interface SentUrge {
  readonly name: string;
  /** For whom they stood in. */
  readonly principal: string | null;
  readonly role: Role;
  readonly reason: string | null;
}

/** What there is to say of a request among colleagues, and who asked, was asked, or took it back. */
export interface SentNews {
  readonly news: News;
  readonly kind: InvolvementKind;
  readonly isAdded: boolean;
  /** Whoever asked, with their role. */
  readonly by: string;
  /** For whom whoever asked stood in. */
  readonly principal: string | null;
  readonly byRole: Role;
  /** Whoever was asked; null for a whole unit. */
  readonly to: string | null;
  readonly note: string | null;
}

/** That somebody stands in for somebody, or does so no more. */
export interface SentDelegation {
  readonly news: DelegationNews;
  readonly principal: string;
  readonly deputy: string | null;
  /** The post that is told is the deputy's. */
  readonly isDeputy: boolean;
  readonly kind: Matter['kind'];
  readonly itemTitle: Text | null;
  readonly procedure: string | null;
  readonly caseNumber: string | null;
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Who entered or ended it, and why; null where a lost post ended it. */
  readonly by: string | null;
  readonly reason: string | null;
}

/** An act that was taken back, by whom and why: what it had opened was on the list of the post. */
export interface SentRetraction {
  /** The step of the act. */
  readonly step: string;
  readonly by: string;
  readonly principal: string | null;
  readonly role: Role;
  readonly reason: string | null;
}

interface Told {
  readonly id: string;
  readonly at: Instant;
  readonly readAt: Instant | null;
  /** In whose place the post is told; null for what is told to itself. */
  readonly standingInFor: string | null;
}

/** What an applied revision of the calendar did to the cases of a post. */
export interface RevisionMessage extends Told {
  readonly kind: 'revision';
  readonly proposal: Proposal;
  readonly reason: string;
  readonly cases: number;
  /** The case, when it is one. */
  readonly caseId: string | null;
  readonly number: string | null;
}

/** That something was changed about how the person signs in: the action of the audit. */
export interface AccountMessage extends Told {
  readonly kind: 'account';
  readonly change: string;
}

/** That a delegation was entered or has ended. */
export interface StandInMessage extends Told {
  readonly kind: 'standIn';
  readonly delegation: SentDelegation;
}

/** What a turn of a case told the post without asking anything of it. */
export interface NoticeMessage extends Told {
  readonly kind: 'notice';
  readonly notice: NoticeKey;
  readonly caseId: string;
  readonly number: string;
  readonly itemTitle: Text;
  readonly enterprise: string;
}

/** Something a post was told: a card of the ladder, that somebody urges, what colleagues ask, an act taken back, a revision, a delegation, or a change of the account. */
export type MessageRow = CaseMessage | NoticeMessage | RevisionMessage | StandInMessage | AccountMessage;

/** A card of the ladder, an urge, news of a request among colleagues, or an act that was taken back. */
export interface CaseMessage extends Told {
  readonly kind: 'case';
  readonly caseId: string;
  readonly number: string;
  readonly procedure: string;
  readonly edition: string;
  readonly itemTitle: Text;
  readonly enterprise: string;
  /** Key of the duty, or `clock:<name>`. */
  readonly key: string;
  readonly reminder: SentRung | null;
  readonly urge: SentUrge | null;
  readonly news: SentNews | null;
  readonly retraction: SentRetraction | null;
  /** The duty as it stands now; null for a clock. */
  readonly duty:
    (Deadline & Holder & { readonly step: string; readonly policy: ExpiryPolicy; readonly open: boolean }) | null;
}

interface StoredRow extends Omit<CaseMessage, 'duty' | 'kind'>, Deadline, Holder {
  readonly accountChange: string | null;
  readonly notice: NoticeKey | null;
  readonly delegation: SentDelegation | null;
  readonly revision: Pick<RevisionMessage, 'proposal' | 'reason' | 'cases'> | null;
  readonly step: string | null;
  readonly policy: ExpiryPolicy;
  readonly open: boolean;
}

const pageText = (limit: number): string => `
SELECT m.id, m.notice, m.at, m.read_at AS "readAt", m.account_change AS "accountChange", (SELECT p.name FROM post o JOIN person p ON p.id = o.person_id WHERE o.id = m.for_post_id) AS "standingInFor",
  CASE WHEN v.id IS NOT NULL THEN jsonb_build_object('proposal', v.content, 'reason', v.reason, 'cases', m.cases) END AS revision, f.case_id AS "caseId", f.number, f.procedure, f.edition, i.definition -> 'title' AS "itemTitle",
  e.name AS enterprise, coalesce(r.key, u.key, iv.key, m.key) AS key,
  CASE WHEN r.id IS NOT NULL THEN jsonb_build_object('rung', r.rung, 'number', r.number, 'forAt', r.for_at, 'dueOn', r.due_on) END AS reminder,
  CASE WHEN u.request_id IS NOT NULL THEN jsonb_build_object('name', u.person_name, 'principal', u.principal_name, 'role', u.role, 'reason', u.reason) END AS urge,
  CASE WHEN iv.id IS NOT NULL THEN jsonb_build_object('news', m.news, 'kind', iv.kind, 'isAdded', iv.is_added, 'by', iv.by_name, 'principal', iv.by_principal_name, 'byRole', iv.by_role,
    'to', iv.person_name, 'note', CASE m.news WHEN 'asked' THEN iv.note WHEN 'handedOn' THEN iv.note WHEN 'takenBack' THEN iv.closed_reason ELSE iv.opinion END) END AS news,
  CASE WHEN g.id IS NOT NULL THEN jsonb_build_object('news', m.news, 'principal', gp.name, 'deputy', gd.name, 'isDeputy', m.post_id = g.deputy_post_id,
    'kind', g.kind, 'procedure', g.procedure, 'from', g.from_on, 'to', g.to_on,
    'itemTitle', (SELECT x.definition -> 'title' FROM item x WHERE x.code = g.item AND x.province = g.province ORDER BY x.edition DESC LIMIT 1),
    'caseNumber', (SELECT x.number FROM case_file x WHERE x.case_id = g.case_id),
    'by', CASE m.news WHEN 'named' THEN g.given_by_name ELSE g.ended_by_name END, 'reason', CASE m.news WHEN 'named' THEN g.reason ELSE g.end_reason END) END AS delegation,
  CASE WHEN ev.version IS NOT NULL THEN jsonb_build_object('step', (SELECT x.step FROM duty x WHERE x.case_id = ev.case_id AND x.key = ev.input ->> 'duty'),
    'by', ev.person_name, 'principal', ev.principal_name, 'role', ev.role, 'reason',
    (SELECT x.form ->> 'reason' FROM submission x WHERE x.request_id = ev.request_id AND x.case_id = ev.case_id)) END AS retraction,
  d.step, d.policy, d.state = 'open' AS open, ${deadlineColumns}, ${holderColumns}
FROM message m LEFT JOIN reminder r ON r.id = m.reminder_id LEFT JOIN urge u ON u.request_id = m.urge_id LEFT JOIN revision v ON v.id = m.revision_id
  LEFT JOIN involvement iv ON iv.id = m.involvement_id LEFT JOIN case_event ev ON ev.case_id = m.case_id AND ev.version = m.version AND m.notice IS NULL
  LEFT JOIN delegation g ON g.id = m.delegation_id LEFT JOIN post go ON go.id = g.post_id LEFT JOIN person gp ON gp.id = go.person_id
  LEFT JOIN post gdo ON gdo.id = g.deputy_post_id LEFT JOIN person gd ON gd.id = gdo.person_id
LEFT JOIN case_file f ON f.case_id = coalesce(r.case_id, u.case_id, iv.case_id, m.case_id) LEFT JOIN enterprise e ON e.id = f.enterprise_id
LEFT JOIN item i ON i.code = f.item AND i.province = f.province AND i.edition = f.item_edition
LEFT JOIN duty d ON d.case_id = f.case_id AND d.key = coalesce(r.key, u.key, iv.key, m.key) ${holderJoins}
WHERE m.post_id = $1 ORDER BY m.at DESC, coalesce(r.for_at, m.at) DESC, m.id LIMIT ${limit}`;

/** The latest messages of a post, the newest first, and how many it has not read, be they among these or not. */
export async function messagesOf(
  db: Queryable,
  postId: string,
  limit: number,
): Promise<{ readonly rows: readonly MessageRow[]; readonly unread: number }> {
  const [rows, { unread }] = await Promise.all([
    select<StoredRow>(db, planned({ text: pageText(limit), values: [postId] })),
    selectOne<{ unread: number }>(db, {
      name: 'messages-unread',
      text: 'SELECT count(*) AS unread FROM message WHERE post_id = $1 AND read_at IS NULL',
      values: [postId],
    }),
  ]);
  return { rows: rows.map(messageOf), unread };
}

function messageOf(row: StoredRow): MessageRow {
  const { id, at, readAt, standingInFor, accountChange, notice, revision, delegation, caseId, number } = row;
  const told = { id, at, readAt, standingInFor };
  if (accountChange !== null) return { kind: 'account', ...told, change: accountChange };
  if (delegation !== null) return { kind: 'standIn', ...told, delegation };
  if (revision !== null) return { kind: 'revision', ...told, caseId, number, ...revision };
  if (notice !== null)
    return { kind: 'notice', ...told, notice, caseId, number, itemTitle: row.itemTitle, enterprise: row.enterprise };
  const { procedure, edition, itemTitle, enterprise, key, reminder, urge, news, retraction, step, ...now } = row;
  const message = { caseId, number, procedure, edition, itemTitle, enterprise, key, reminder, urge, news, retraction };
  return { kind: 'case', ...told, ...message, duty: step === null ? null : { ...now, step } };
}

/** Marks messages of the post as read: these, or all that were told up to an instant. What is read already stays as it was. */
export async function readMessages(
  db: Queryable,
  postId: string,
  which: { readonly ids: readonly string[] } | { readonly upTo: Instant },
): Promise<void> {
  const [wanted, value] = 'ids' in which ? ['id = ANY($2::uuid[])', which.ids] : ['at <= $2', which.upTo];
  await select(db, {
    text: `UPDATE message SET read_at = now() WHERE post_id = $1 AND read_at IS NULL AND ${wanted}`,
    values: [postId, value],
  });
}
