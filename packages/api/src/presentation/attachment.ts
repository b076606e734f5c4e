import type { AttachmentRow } from '@lianban/db/attachments/attachment';
import type { z } from 'zod';
import type { attachmentView as schema } from '../views/attachment.ts';

/** A file as it is listed. */
export type AttachmentView = z.infer<typeof schema>;

/** The file as it is listed; its digest is for the ledger. */
export const attachmentView = ({
  attachmentId,
  material,
  name,
  mediaType,
  size,
  handedInAt,
}: AttachmentRow): AttachmentView => ({ attachmentId, material, name, mediaType, size, handedInAt });
