import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, lianbanError, trpc, type ShownError } from '../../app/api.ts';
import { useLive } from '../../app/live.tsx';
import { attemptAll, type Attempt, type QuickAct } from './attempts.ts';
import type { InboxRow } from './groups.ts';

/** Claims and releases, one row or many at a time. */
export interface QuickActs {
  readonly run: (act: QuickAct, rows: readonly InboxRow[]) => void;
  readonly pending: boolean;
  /** What became of the rows tried last; empty when dismissed. */
  readonly attempts: readonly Attempt[];
  /** A failure that is no refusal of a row. */
  readonly error: unknown;
  readonly dismiss: () => void;
}

const sent: Readonly<Record<QuickAct, (duty: { caseId: string; duty: string }) => Promise<unknown>>> = {
  claim: (duty) => client.duty.claim.mutate(duty),
  release: (duty) => client.duty.release.mutate(duty),
};

async function send(act: QuickAct, { caseId, duty }: InboxRow): Promise<ShownError | null> {
  try {
    await sent[act]({ caseId, duty });
    return null;
  } catch (error) {
    const refused = lianbanError(error);
    if (refused === null) throw error;
    return refused;
  }
}

/** How many succeeded and how many did not, in one sentence. */
export function useAttemptSentence(): (attempts: readonly Attempt[]) => string {
  const { t } = useTranslation('inbox');
  return (attempts) => {
    const refused = attempts.filter((attempt) => attempt.refused !== null).length;
    const done = attempts.length - refused;
    const claiming = attempts[0]?.act === 'claim';
    const doneWords = t(claiming ? 'claimed' : 'released', { count: done });
    const refusedWords = t('refused', { count: refused });
    if (done > 0 && refused > 0) return t('both', { done: doneWords, refused: refusedWords });
    return t('one', { sentence: done > 0 ? doneWords : refusedWords });
  };
}

/** Sends claims and releases, announces their outcome and reads the inbox again. */
export function useQuickActs(): QuickActs {
  const { announce } = useLive();
  const queries = useQueryClient();
  const sentence = useAttemptSentence();
  const [attempts, setAttempts] = useState<readonly Attempt[]>([]);
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ act, rows }: { act: QuickAct; rows: readonly InboxRow[] }) =>
      attemptAll(act, rows, (row) => send(act, row)),
    onSuccess: (made) => {
      setAttempts(made);
      announce(sentence(made));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: trpc.duty.pathKey() }),
  });
  return {
    run: (act, rows) => {
      if (!isPending && rows.length > 0) mutate({ act, rows });
    },
    pending: isPending,
    attempts,
    error,
    dismiss: () => setAttempts([]),
  };
}
