import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client, trpc } from '../../app/api.ts';
import { useLive } from '../../app/live.tsx';

/** What may be decided: a second person approves or refuses, the proposer takes back. */
export type Decision = 'approve' | 'reject' | 'withdraw';

/** Decides on a revision; everything shown is read anew afterwards, because the days of cases have moved. */
export function useDeciding(revisionId: string) {
  const { t } = useTranslation('calendar');
  const queries = useQueryClient();
  const { announce } = useLive();
  const { mutate, isPending, error, variables } = useMutation({
    mutationFn: (asked: { readonly decision: Decision; readonly remark: string }) =>
      client.revision.decide.mutate({ revisionId, ...asked }),
    onSuccess: (_, { decision }) => announce(t(`done_${decision}`)),
    onSettled: () => queries.invalidateQueries(),
  });
  return {
    error,
    /** What is being done, until it is. */
    pending: isPending ? variables.decision : null,
    decide: (decision: Decision, remark: string): void => {
      if (!isPending) mutate({ decision, remark: remark.trim() });
    },
  };
}

/** Computes anew what an undecided revision would change. */
export function usePreviewAgain(revisionId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => client.revision.previewAgain.mutate({ revisionId }),
    onSettled: () => queries.invalidateQueries({ queryKey: trpc.revision.pathKey() }),
  });
}
