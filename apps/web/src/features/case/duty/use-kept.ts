import { useRef, useState } from 'react';
import { useMe } from '../../../app/session.tsx';
import type { DutyView } from '../views.ts';
import type { Attempt } from '../../../elements/attempt.ts';
import { forget, isTyped, keep, readKept, type KeptForm } from './kept-form.ts';

/** What is typed for a duty, kept on this tab. */
export interface Kept {
  /** As it was found when the form was opened. */
  readonly found: KeptForm;
  readonly onValues: (values: Readonly<Record<string, unknown>>) => void;
  readonly onOutcome: (outcome: string | null) => void;
  readonly onAttempt: (attempt: Attempt | null) => void;
  readonly onRecorded: () => void;
}

/** Keeps what is typed for a duty, and tells the page that it is. */
export function useKept({ caseId, key }: DutyView, onTyped: (key: string, typed: boolean) => void): Kept {
  const { post } = useMe();
  const of = { postId: post.id, caseId, duty: key };
  const [found] = useState(() => readKept(of));
  const now = useRef(found);
  const change = (part: Partial<KeptForm>): void => {
    now.current = { ...now.current, ...part };
    keep(of, now.current);
  };
  return {
    found,
    onValues: (values) => {
      change({ values });
      onTyped(key, isTyped(values));
    },
    onOutcome: (outcome) => change({ outcome }),
    onAttempt: (attempt) => change({ attempt }),
    onRecorded: () => {
      forget(of);
      onTyped(key, false);
    },
  };
}
