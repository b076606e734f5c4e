import type { RequestCategory } from '@lianban/domain/liaison';

/** A request as it is being filled in. */
export interface RequestDraft {
  readonly district: string;
  /** The unit that is asked; empty for the one that answers for the district. */
  readonly unit: string;
  readonly category: RequestCategory | '';
  readonly subject: string;
  readonly text: string;
  readonly enterprise: string;
  readonly creditCode: string;
  readonly contact: string;
  readonly phone: string;
  readonly sensitive: boolean;
}

/** Nothing filled in but what is known. */
export const emptyRequest = (district: string, contact: string): RequestDraft => ({
  ...{ district, unit: '', category: '', subject: '', text: '', enterprise: '', creditCode: '', contact, phone: '' },
  sensitive: false,
});

const required = ['district', 'category', 'subject', 'text', 'contact', 'phone'] as const;

/** Fields that have to be filled in and are not. */
export const missingIn = (draft: RequestDraft): readonly (typeof required)[number][] =>
  required.filter((name) => draft[name].trim() === '');

/** A request without anything missing, as it is sent under that id with those files; null where something is. */
export function requestOf(draft: RequestDraft, sent: { readonly requestId: string; readonly attachmentIds: string[] }) {
  const { category, unit, creditCode, ...rest } = draft;
  if (missingIn(draft).length > 0 || category === '') return null;
  const code = creditCode.trim().toUpperCase();
  return { ...rest, ...sent, category, unit: unit === '' ? null : unit, creditCode: code === '' ? null : code };
}
