import type { MediaType } from '@lianban/domain/attachment';
import type { Instant } from '@lianban/domain/civil-date';
import type { Item } from '@lianban/domain/item';
import type { AttachedFile } from '@lianban/workflows/vocabulary/opening';
import { attachmentsOfCase } from '../attachments/of-case.ts';
import { madePdf, madePng } from './made-file.ts';
import { select, selectOne, type Queryable } from '../queryable.ts';
import { sm3OfBytes } from '../sm3.ts';

/** A file that came with an application of the past. */
export interface PastFile {
  readonly material: string;
  readonly name: string;
  readonly mediaType: MediaType;
  readonly bytes: Buffer;
}

/** Whose it was, and when it came. */
export interface PastHanding {
  readonly caseId: string;
  readonly enterpriseId: string;
  readonly personId: string;
  readonly at: Instant;
}

/** Files for what an item requires, in the words of its applicant; a plan is a picture. */
export const filesFor = (item: Item, enterprise: string): readonly PastFile[] =>
  item.materials
    .filter(({ need }) => need === 'required')
    .map(({ key: material, title }) =>
      material.endsWith('plan')
        ? { material, name: `${title.zh}.png`, mediaType: 'image/png', bytes: madePng({ side: 240, walls: [90, 170] }) }
        : { material, name: `${title.zh}.pdf`, mediaType: 'application/pdf', bytes: madePdf([title.zh, enterprise]) },
    );

/** Puts files into the record as if they had been submitted with the application, and names them for its opening. Repeatable. */
export async function attachInThePast(
  db: Queryable,
  { caseId, enterpriseId, personId, at }: PastHanding,
  files: readonly PastFile[],
): Promise<readonly AttachedFile[]> {
  const attached: AttachedFile[] = [];
  // Of an application that is received again, what came with it is there.
  if ((await attachmentsOfCase(db, caseId)).length > 0) return attached;
  for (const { material, name, mediaType, bytes } of files) {
    const sm3 = sm3OfBytes(bytes);
    const { id } = await selectOne<{ id: string }>(db, {
      text: `INSERT INTO attachment (enterprise_id, case_id, material, name, media_type, size, sm3, person_id, handed_in_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
      values: [enterpriseId, caseId, material, name, mediaType, bytes.length, sm3, personId, at],
    });
    const text = 'INSERT INTO attachment_content (attachment_id, bytes) VALUES ($1, $2)';
    await select(db, { text, values: [id, bytes] });
    attached.push({ id, material, sm3 });
  }
  return attached;
}
