import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { client, lianbanError, trpc, type ShownError } from '../../../app/api.ts';
import type { DutyView, OutcomeView } from '../views.ts';
import type { DoneAct, SentAct } from './act.ts';
import { attemptFor, isUndecided, type Attempt } from '../../../elements/attempt.ts';

/** Sends an answer. */
export interface Answering {
  readonly send: (outcome: OutcomeView, form: Record<string, unknown>, attachmentIds: string[]) => void;
  readonly pending: boolean;
  readonly refused: ShownError | null;
  /** Forgets the refusal, for another button or another text. */
  readonly reset: () => void;
}

interface AnswerOf {
  readonly duty: DutyView;
  /** The attempt that was under way when the page was left. */
  readonly before: Attempt | null;
  readonly onAttempt: (attempt: Attempt | null) => void;
  readonly onDone: (done: DoneAct) => void;
  readonly onRefused: (refused: ShownError) => void;
}

const shownOf = (error: unknown): ShownError =>
  lianbanError(error) ?? { code: 'INTERNAL', detail: {}, text: String(error) };

/** Answers a duty once: a second click is nothing, and sending again after a lost connection is the same request. */
export function useAnswer({ duty, before, onAttempt, onDone, onRefused }: AnswerOf): Answering {
  const queries = useQueryClient();
  const attempt = useRef<Attempt | null>(before);
  const sending = useRef(false);
  const keep = (next: Attempt | null): void => {
    attempt.current = next;
    onAttempt(next);
  };
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: async ({ outcome, sent }: { outcome: OutcomeView; sent: SentAct }): Promise<DoneAct> => ({
      ...{ duty, outcome, sent },
      receipt: await client.duty.answer.mutate(sent),
    }),
    onSuccess: (done) => {
      attempt.current = null;
      onDone(done);
      for (const queryKey of [trpc.case.pathKey(), trpc.duty.pathKey(), trpc.application.pathKey()])
        void queries.invalidateQueries({ queryKey });
    },
    onError: (failure) => {
      const refused = shownOf(failure);
      if (!isUndecided(refused.code)) keep(null);
      onRefused(refused);
    },
    onSettled: () => {
      sending.current = false;
    },
  });
  const send: Answering['send'] = (outcome, form, attachmentIds) => {
    // The state of the mutation is that of the last rendering; two clicks may come before the next.
    if (sending.current) return;
    sending.current = true;
    const next = attemptFor(attempt.current, { outcome: outcome.name, form, attachmentIds }, () => crypto.randomUUID());
    keep(next);
    const { caseId, key } = duty;
    mutate({
      outcome,
      sent: { caseId, duty: key, outcome: outcome.name, form, attachmentIds, requestId: next.requestId },
    });
  };
  return { send, pending: isPending, refused: error ? shownOf(error) : null, reset };
}
