import { client } from '../../../app/api.ts';

/** What one may ask colleagues from the desk: `after` keeps the answer until it is signed, `add` adds to the sheet that stands. */
export type AskKind = 'reassign' | 'delegate' | 'assist' | 'countersign' | 'after' | 'add' | 'copy';

/** What is filled in; which of it is asked depends on the kind. */
export interface Draft {
  readonly posts: readonly string[];
  /** Of units chosen whole. */
  readonly units: readonly string[];
  readonly words: string;
  readonly rule: 'all' | 'any' | 'ratio' | 'inOrder';
  readonly percent: number;
  readonly outcome: string;
  readonly opinion: string;
}

/** Nothing filled in yet. */
export const emptyDraft: Draft = {
  ...{ posts: [], units: [], words: '', rule: 'all', percent: 60, outcome: '', opinion: '' },
};

/** Whom the directory asks about for each kind. */
export const personKind = {
  ...({ reassign: 'reassign', delegate: 'delegate', assist: 'assist', copy: 'copy' } as const),
  ...({ countersign: 'sign', after: 'sign', add: 'sign' } as const),
} as const;

/** Whether something is missing that the kind asks for. */
export function isMissing(kind: AskKind, { posts, units, words, outcome, opinion }: Draft): boolean {
  const nobody = posts.length + (kind === 'copy' || kind === 'reassign' ? units.length : 0) === 0;
  if (nobody || (kind === 'reassign' && words.trim() === '')) return true;
  if (kind === 'countersign') return outcome === '' || opinion.trim() === '';
  return kind === 'after' && outcome === '';
}

interface On {
  readonly caseId: string;
  readonly duty: string;
  readonly requestId: string;
}

/** Sends what was filled in; `form` is that of the answer which is kept. */
export function sendAsk(
  kind: AskKind,
  on: On,
  { draft, form }: { readonly draft: Draft; readonly form: Record<string, unknown> },
): Promise<unknown> {
  const { units, words, outcome, opinion, percent } = draft;
  const posts = [...draft.posts];
  const note = words.trim() === '' ? null : words;
  const rule = draft.rule === 'ratio' ? { kind: draft.rule, percent } : { kind: draft.rule };
  switch (kind) {
    case 'reassign': {
      const [unitId] = units;
      const to = unitId === undefined ? { postId: posts[0] ?? '' } : { unitId };
      return client.involvement.reassign.mutate({ ...on, to, reason: words });
    }
    case 'countersign':
      return client.involvement.countersign.mutate({ ...on, posts, rule, outcome, opinion, note });
    case 'after':
      return client.involvement.holdAnswer.mutate({ ...on, posts, rule, outcome, form, note });
    case 'add':
      return client.involvement.ask.mutate({ ...on, kind: 'sign', posts, note });
    case 'copy':
      return client.involvement.ask.mutate({ ...on, kind, posts, units: [...units], note });
    case 'delegate':
    case 'assist':
      return client.involvement.ask.mutate({ ...on, kind, posts, note });
  }
}
