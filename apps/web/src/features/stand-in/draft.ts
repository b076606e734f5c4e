import type { PostChoice } from './views.ts';

/** What has been filled in about an absence; everything as it is typed. */
export interface AbsenceDraft {
  readonly postId: string;
  readonly kind: 'post' | 'item' | 'procedure' | 'case';
  readonly item: string;
  readonly procedure: string;
  readonly caseNumber: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  /** Post of the deputy, `none` for an absence without one, empty before anything was chosen. */
  readonly deputy: string;
}

/** What there is before anything is filled in: today, and the only post where there is only one. */
export const emptyDraft = (posts: readonly PostChoice[], today: string): AbsenceDraft => ({
  ...{ postId: posts.length === 1 ? (posts[0]?.postId ?? '') : '', kind: 'post', item: '', procedure: '' },
  ...{ caseNumber: '', from: today, to: '', reason: '', deputy: '' },
});

/** The draft as the service takes it; null while something is missing. */
export function absenceOf(draft: AbsenceDraft) {
  const { postId, from, to, deputy } = draft;
  const [matter, reason] = [matterOf(draft), draft.reason.trim()];
  if ([postId, from, to, deputy, reason].includes('') || matter === null) return null;
  return { postId, deputyPostId: deputy === 'none' ? null : deputy, matter, from, to, reason };
}

function matterOf({ kind, item, procedure, caseNumber }: AbsenceDraft) {
  switch (kind) {
    case 'post':
      return { kind } as const;
    case 'item':
      return item === '' ? null : ({ kind, item } as const);
    case 'procedure':
      return procedure === '' ? null : ({ kind, procedure } as const);
    case 'case':
      return caseNumber.trim() === '' ? null : ({ kind, number: caseNumber.trim() } as const);
  }
}
