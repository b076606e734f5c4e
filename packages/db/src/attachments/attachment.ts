import type { MediaType } from '@lianban/domain/attachment';
import type { Instant } from '@lianban/domain/civil-date';

/** A file handed in for a material of an application, without its content. */
export interface AttachmentRow {
  readonly attachmentId: string;
  /** Key of the material in the list of the item. */
  readonly material: string;
  readonly name: string;
  readonly mediaType: MediaType;
  /** In bytes. */
  readonly size: number;
  /** Of the content, 64 hexadecimal digits. */
  readonly sm3: string;
  readonly handedInAt: Instant;
}

/** SQL: the columns of an {@link AttachmentRow} of `attachment a`. */
export const ATTACHMENT_COLUMNS = `a.id AS "attachmentId", a.material, a.name, a.media_type AS "mediaType", a.size, a.sm3, a.handed_in_at AS "handedInAt"`;

/** SQL: the order in which files are listed. */
export const ATTACHMENT_ORDER = 'a.material, a.handed_in_at, a.id';
