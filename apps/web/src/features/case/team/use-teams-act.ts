import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { trpc } from '../../../app/api.ts';

/** An act on the teams of a case: whatever became of it, the case and its teams are read again. */
export function useTeamsAct<Sent = void>(
  send: (sent: Sent) => Promise<unknown>,
  onDone: () => void,
): UseMutationResult<unknown, Error, Sent> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: onDone,
    onSettled: () => {
      for (const queryKey of [trpc.team.pathKey(), trpc.case.pathKey(), trpc.duty.pathKey()])
        void queries.invalidateQueries({ queryKey });
    },
  });
}
