import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import type { Rung } from '@lianban/domain/ladder';
import type { ExpiryPolicy } from '@lianban/domain/limit';
import type { Proposal } from '@lianban/domain/revision';
import type { Role } from '@lianban/domain/role';
import type { Text } from '@lianban/domain/text';
import { select, selectOne, type Queryable } from '../queryable.ts';
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
  readonly role: Role;
  readonly reason: string | null;
}

interface Told {
  readonly id: string;
  readonly at: Instant;
  readonly readAt: Instant | null;
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

/** Something a post was told: a card of the ladder, that somebody urges, or a revision. */
export type MessageRow = CaseMessage | RevisionMessage;

/** A card of the ladder, or an urge. */
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
  /** The duty as it stands now; null for a clock. */
  readonly duty:
    (Deadline & Holder & { readonly step: string; readonly policy: ExpiryPolicy; readonly open: boolean }) | null;
}

interface StoredRow extends Omit<CaseMessage, 'duty' | 'kind'>, Deadline, Holder {
  readonly revision: Pick<RevisionMessage, 'proposal' | 'reason' | 'cases'> | null;
  readonly step: string | null;
  readonly policy: ExpiryPolicy;
  readonly open: boolean;
}

const TEXT = `
SELECT m.id, m.at, m.read_at AS "readAt",
  CASE WHEN v.id IS NOT NULL THEN jsonb_build_object('proposal', v.content, 'reason', v.reason, 'cases', m.cases) END AS revision, f.case_id AS "caseId", f.number, f.procedure, f.edition, i.definition -> 'title' AS "itemTitle",
  e.name AS enterprise, coalesce(r.key, u.key) AS key,
  CASE WHEN r.id IS NOT NULL THEN jsonb_build_object('rung', r.rung, 'number', r.number, 'forAt', r.for_at, 'dueOn', r.due_on) END AS reminder,
  CASE WHEN u.request_id IS NOT NULL THEN jsonb_build_object('name', u.person_name, 'role', u.role, 'reason', u.reason) END AS urge,
  d.step, d.policy, d.state = 'open' AS open, ${deadlineColumns}, ${holderColumns}
FROM message m LEFT JOIN reminder r ON r.id = m.reminder_id LEFT JOIN urge u ON u.request_id = m.urge_id LEFT JOIN revision v ON v.id = m.revision_id
LEFT JOIN case_file f ON f.case_id = coalesce(r.case_id, u.case_id, m.case_id) LEFT JOIN enterprise e ON e.id = f.enterprise_id
LEFT JOIN item i ON i.code = f.item AND i.province = f.province AND i.edition = f.item_edition
LEFT JOIN duty d ON d.case_id = f.case_id AND d.key = coalesce(r.key, u.key) ${holderJoins}
WHERE m.post_id = $1 ORDER BY m.at DESC, coalesce(r.for_at, m.at) DESC, m.id LIMIT $2`;

/** The latest messages of a post, the newest first, and how many it has not read, be they among these or not. */
export async function messagesOf(
  db: Queryable,
  postId: string,
  limit: number,
): Promise<{ readonly rows: readonly MessageRow[]; readonly unread: number }> {
  const [rows, { unread }] = await Promise.all([
    select<StoredRow>(db, { name: 'messages', text: TEXT, values: [postId, limit] }),
    selectOne<{ unread: number }>(db, {
      name: 'messages-unread',
      text: 'SELECT count(*) AS unread FROM message WHERE post_id = $1 AND read_at IS NULL',
      values: [postId],
    }),
  ]);
  return { rows: rows.map(messageOf), unread };
}

function messageOf(row: StoredRow): MessageRow {
  const { id, at, readAt, revision, caseId, number } = row;
  if (revision !== null) return { kind: 'revision', id, at, readAt, caseId, number, ...revision };
  const { procedure, edition, itemTitle, enterprise, key, reminder, urge, step, ...now } = row;
  const message = { caseId, number, procedure, edition, itemTitle, enterprise, key, reminder, urge };
  return { kind: 'case', id, at, readAt, ...message, duty: step === null ? null : { ...now, step } };
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
