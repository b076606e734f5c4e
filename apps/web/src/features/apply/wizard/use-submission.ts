import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { client, lianbanError, trpc, type ShownError } from '../../../app/api.ts';
import type { ReceiptView } from '../views.ts';
import { dropCopy } from './local-copy.ts';
import { attemptFor, isUndecided, type Attempt } from './submit-attempt.ts';
import type { OpenDraft } from './use-draft.ts';

/** Submits a draft. */
export interface Submission {
  readonly submit: () => void;
  readonly pending: boolean;
  readonly error: unknown;
  readonly receipt: ReceiptView | undefined;
}

/**
 * Saves what is unsaved, then submits it once: a second click is nothing, and sending again after a lost connection
 * is the same request. `onRefused` hears of refusals that the applicant can mend.
 */
export function useSubmission(open: OpenDraft, onRefused: (refusal: ShownError) => void): Submission {
  const { draft, flush } = open;
  const queries = useQueryClient();
  const attempt = useRef<Attempt | null>(null);
  const sending = useRef(false);
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: async (): Promise<ReceiptView> => {
      await flush();
      attempt.current = attemptFor(attempt.current, draft.content, () => crypto.randomUUID());
      return client.application.submit.mutate({ draftId: draft.draftId, requestId: attempt.current.requestId });
    },
    onSuccess: () => {
      dropCopy(draft.draftId);
      for (const queryKey of [trpc.application.drafts.queryKey(), trpc.case.pathKey(), trpc.duty.pathKey()])
        void queries.invalidateQueries({ queryKey });
    },
    onError: (refused) => {
      const shown = lianbanError(refused);
      if (!shown || isUndecided(shown.code)) return;
      attempt.current = null;
      onRefused(shown);
    },
    onSettled: () => {
      sending.current = false;
    },
  });
  const submit = (): void => {
    // The state of the mutation is that of the last rendering; two clicks may come before the next.
    if (sending.current || data) return;
    sending.current = true;
    mutate();
  };
  return { submit, pending: isPending, error, receipt: data };
}
