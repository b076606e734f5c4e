import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../../app/api.ts';
import { useLive } from '../../app/live.tsx';

/** An act on work among colleagues: sent once at a time, announced, and everything that it may have changed is read again. */
export function useInvolvementAct<Sent>(
  send: (sent: Sent) => Promise<unknown>,
  { said, onDone }: { readonly said: string; readonly onDone: () => void },
) {
  const queries = useQueryClient();
  const { announce } = useLive();
  const { mutate, isPending, error } = useMutation({
    mutationFn: send,
    onSuccess: () => {
      announce(said);
      onDone();
    },
    // Whoever was quicker is on the page when it is read again.
    onSettled: () => {
      for (const queryKey of [trpc.involvement.pathKey(), trpc.case.pathKey(), trpc.duty.pathKey()])
        void queries.invalidateQueries({ queryKey });
    },
  });
  return { send: (sent: Sent) => !isPending && mutate(sent), isPending, error };
}
