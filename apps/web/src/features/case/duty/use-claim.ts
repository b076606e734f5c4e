import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { client, trpc } from '../../../app/api.ts';
import { useLive } from '../../../app/live.tsx';
import type { DutyView } from '../views.ts';
import type { Steady } from '../steady.ts';

/** Takes a duty from the pool, or gives it back. */
export interface Claiming {
  readonly claim: () => void;
  readonly release: () => void;
  readonly pending: boolean;
  readonly error: unknown;
}

/** The duty changes hands and the page is read again; `said` is announced, since the button that was pressed goes away. */
export function useClaim(duty: DutyView, steady: Steady, said: (act: 'claim' | 'release') => string): Claiming {
  const queries = useQueryClient();
  const { announce } = useLive();
  const sending = useRef(false);
  const { caseId, key } = duty;
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (act: 'claim' | 'release') => {
      await client.duty[act].mutate({ caseId, duty: key });
      return act;
    },
    onSuccess: async (act) => {
      announce(said(act));
      void queries.invalidateQueries({ queryKey: trpc.duty.pathKey() });
      steady.showLatest(await queries.fetchQuery({ ...trpc.case.page.queryOptions({ caseId }), staleTime: 0 }));
    },
    // Whoever was quicker is on the page when it is read again.
    onError: () => void queries.invalidateQueries({ queryKey: trpc.case.pathKey() }),
    onSettled: () => {
      sending.current = false;
    },
  });
  const once = (act: 'claim' | 'release'): void => {
    if (sending.current) return;
    sending.current = true;
    mutate(act);
  };
  return { claim: () => once('claim'), release: () => once('release'), pending: isPending, error };
}
