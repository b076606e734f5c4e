import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { client, trpc } from '../../../app/api.ts';
import { useLive } from '../../../app/live.tsx';
import { attemptFor, type Attempt } from '../../../elements/attempt.ts';

/** An act of one's own that can be taken back. */
export interface OwnAct {
  readonly caseId: string;
  readonly duty: string;
  readonly version: number;
}

/** Sending of one taking back. */
export interface Retracting {
  readonly send: (reason: string) => void;
  readonly pending: boolean;
  readonly error: unknown;
}

/** The same reason sent again is the same request, however often the button is pressed. `onDone` comes after it was received. */
export function useRetract({ caseId, duty, version }: OwnAct, onDone: () => void): Retracting {
  const { t } = useTranslation('case');
  const queries = useQueryClient();
  const { announce } = useLive();
  const attempt = useRef<Attempt | null>(null);
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ reason, requestId }: { reason: string; requestId: string }) =>
      client.duty.retract.mutate({ caseId, duty, version, reason, requestId }),
    onSuccess: ({ state }) => {
      announce(t(state === 'recorded' ? 'retractDone' : 'retractReceived'));
      onDone();
    },
    onSettled: () => {
      for (const queryKey of [trpc.case.pathKey(), trpc.duty.pathKey()]) void queries.invalidateQueries({ queryKey });
    },
  });
  const send = (reason: string): void => {
    if (isPending) return;
    attempt.current = attemptFor(attempt.current, { reason }, () => crypto.randomUUID());
    mutate({ reason, requestId: attempt.current.requestId });
  };
  return { send, pending: isPending, error };
}
