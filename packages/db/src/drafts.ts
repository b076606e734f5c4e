import type { CivilDate, Instant } from '@lianban/domain/civil-date';
import { LianbanError } from '@lianban/domain/error';
import type { Province } from '@lianban/domain/province';
import type { PoolClient } from 'pg';
import { select, selectFirst, type Queryable } from './queryable.ts';

/** An application that is being filled in. */
export interface DraftRow {
  readonly draftId: string;
  readonly item: string;
  readonly province: Province;
  readonly content: Readonly<Record<string, unknown>>;
  readonly savedAt: Instant;
  /** Last day on which it is kept. */
  readonly expiresOn: CivilDate;
}

/** What is saved; a draft keeps the item and the last day that it was created with. */
export interface DraftToSave extends Pick<DraftRow, 'draftId' | 'item' | 'province' | 'content' | 'expiresOn'> {
  readonly enterpriseId: string;
  readonly personId: string;
}

const COLUMNS = 'id AS "draftId", item, province, content, saved_at AS "savedAt", expires_on AS "expiresOn"';

/**
 * Creates the draft under the caller's id or saves its content.
 * @throws LianbanError NO_SUCH_DRAFT when it is another enterprise's or has been submitted.
 */
export async function saveDraft(db: Queryable, draft: DraftToSave): Promise<DraftRow> {
  const { draftId, enterpriseId, personId, item, province, content, expiresOn } = draft;
  const saved = await selectFirst<DraftRow>(db, {
    name: 'save-draft',
    text: `INSERT INTO draft (id, enterprise_id, person_id, item, province, content, expires_on) VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (id) DO UPDATE SET content = excluded.content, saved_at = now() WHERE draft.enterprise_id = excluded.enterprise_id AND draft.submitted_at IS NULL
      RETURNING ${COLUMNS}`,
    values: [draftId, enterpriseId, personId, item, province, JSON.stringify(content), expiresOn],
  });
  if (saved === undefined) throw new LianbanError('NO_SUCH_DRAFT', { draftId });
  return saved;
}

/** The drafts of an enterprise that have been neither submitted nor let expire, the last saved first. */
export const draftsOf = (db: Queryable, enterpriseId: string, today: CivilDate): Promise<readonly DraftRow[]> =>
  select<DraftRow>(db, {
    name: 'drafts-of',
    text: `SELECT ${COLUMNS} FROM draft WHERE enterprise_id = $1 AND expires_on >= $2 AND submitted_at IS NULL ORDER BY saved_at DESC, id`,
    values: [enterpriseId, today],
  });

/** A draft of the enterprise. @throws LianbanError NO_SUCH_DRAFT when there is none, it has expired or was submitted. */
export async function draftById(
  db: Queryable,
  draftId: string,
  { enterpriseId, today }: { readonly enterpriseId: string; readonly today: CivilDate },
): Promise<DraftRow> {
  const draft = await selectFirst<DraftRow>(db, {
    name: 'draft-by-id',
    text: `SELECT ${COLUMNS} FROM draft WHERE id = $1 AND enterprise_id = $2 AND expires_on >= $3 AND submitted_at IS NULL`,
    values: [draftId, enterpriseId, today],
  });
  if (draft === undefined) throw new LianbanError('NO_SUCH_DRAFT', { draftId });
  return draft;
}

/**
 * Nothing changes the draft or its files until the transaction ends. Gives the last day on which it is kept; null when the
 * enterprise has none of that id that is open.
 */
export async function holdDraft(client: PoolClient, draftId: string, enterpriseId: string): Promise<CivilDate | null> {
  const draft = await selectFirst<Pick<DraftRow, 'expiresOn'>>(client, {
    name: 'draft-hold',
    text: 'SELECT expires_on AS "expiresOn" FROM draft WHERE id = $1 AND enterprise_id = $2 AND submitted_at IS NULL FOR UPDATE',
    values: [draftId, enterpriseId],
  });
  return draft?.expiresOn ?? null;
}

/** Throws the draft away, and its files with it; nothing happens when it is gone. */
export async function discardDraft(db: Queryable, draftId: string, enterpriseId: string): Promise<void> {
  await select(db, { text: 'DELETE FROM draft WHERE id = $1 AND enterprise_id = $2', values: [draftId, enterpriseId] });
}

/** The draft has become an application: its content lives on there. @throws LianbanError NO_SUCH_DRAFT when it did so before. */
export async function draftSubmitted(db: Queryable, draftId: string, enterpriseId: string): Promise<void> {
  const submitted = await selectFirst(db, {
    name: 'draft-submitted',
    text: `UPDATE draft SET submitted_at = now(), content = '{}'
      WHERE id = $1 AND enterprise_id = $2 AND submitted_at IS NULL RETURNING id`,
    values: [draftId, enterpriseId],
  });
  if (submitted === undefined) throw new LianbanError('NO_SUCH_DRAFT', { draftId });
}
