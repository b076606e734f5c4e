import type { AttachmentRow } from '@lianban/db/attachments/attachment';
import type { DraftRow } from '@lianban/db/drafts';
import type { Eligibility } from '@lianban/db/eligibility';
import type { Item } from '@lianban/domain/item';
import type { Terms } from '@lianban/domain/rule';
import type { z } from 'zod';
import { draftContent, type draftView as schema } from '../views/application.ts';
import { attachmentView } from './attachment.ts';
import { eligibilityView } from './eligibility.ts';
import { itemView } from './item.ts';
import { noticeOf } from './notice.ts';

/** A draft with its item, notice and eligibility of the moment. */
export type DraftView = z.infer<typeof schema>;
/** What the applicant has filled in so far. */
export type DraftContent = z.infer<typeof draftContent>;

/** An item on a day, as it stands for one enterprise. */
export interface ItemStanding {
  readonly item: Item;
  /** Rules of the day under the keys that item and notice speak of. */
  readonly terms: Terms;
  readonly eligibility: Eligibility;
}

/** The draft with its files as the wizard shows it. @throws ZodError when what was saved is not the content of a draft. */
export const draftView = (
  draft: DraftRow,
  { item, terms, eligibility }: ItemStanding,
  attachments: readonly AttachmentRow[] = [],
): DraftView => ({
  draftId: draft.draftId,
  savedAt: draft.savedAt,
  expiresOn: draft.expiresOn,
  content: draftContent.parse(draft.content),
  attachments: attachments.map(attachmentView),
  item: itemView(item, terms),
  eligibility: eligibilityView(item, eligibility),
  notice: noticeOf(item, terms),
});
