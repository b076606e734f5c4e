import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { client, trpc } from '../../app/api.ts';
import { useLive } from '../../app/live.tsx';

/** A duty that may be urged. */
export interface Urgeable {
  readonly caseId: string;
  readonly duty: string;
  readonly caseNumber: string;
}

/** Sending of one urge. */
export interface Urging {
  readonly send: (reason: string) => void;
  readonly pending: boolean;
  readonly error: unknown;
}

/** The same reason sent again is the same request, however often the button is pressed. `onDone` comes after it was told. */
export function useUrge({ caseId, duty, caseNumber }: Urgeable, onDone: () => void): Urging {
  const { t } = useTranslation('elements');
  const queries = useQueryClient();
  const { announce } = useLive();
  const attempt = useRef<{ readonly reason: string; readonly requestId: string } | null>(null);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (asked: { readonly reason: string; readonly requestId: string }) =>
      client.supervise.urge.mutate({ caseId, duty, ...asked }),
    onSuccess: ({ told }) => {
      announce(t('urgeSent', { number: caseNumber, count: told }));
      onDone();
    },
    onSettled: () => {
      for (const queryKey of [trpc.supervise.pathKey(), trpc.case.pathKey()])
        void queries.invalidateQueries({ queryKey });
    },
  });
  const send = (reason: string): void => {
    if (isPending) return;
    if (attempt.current?.reason !== reason) attempt.current = { reason, requestId: crypto.randomUUID() };
    mutate(attempt.current);
  };
  return { send, pending: isPending, error };
}
