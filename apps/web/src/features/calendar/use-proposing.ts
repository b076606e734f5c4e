import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { inferInput } from '@trpc/tanstack-react-query';
import { useRef } from 'react';
import { client, trpc } from '../../app/api.ts';

type Asked = inferInput<typeof trpc.revision.propose>;

/** What is proposed, and why. */
export type Wanted = Pick<Asked, 'change' | 'reason'>;

/** Sends a proposal and goes to its preview. The same content sent again is the same proposal. */
export function useProposing() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const attempt = useRef<{ readonly content: string; readonly requestId: string } | null>(null);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (asked: Asked) => client.revision.propose.mutate(asked),
    onSuccess: async ({ revisionId }) => {
      await queries.invalidateQueries({ queryKey: trpc.revision.pathKey() });
      await navigate({ to: '/admin/calendar/$revisionId', params: { revisionId } });
    },
  });
  const send = (wanted: Wanted): void => {
    if (isPending) return;
    const content = JSON.stringify(wanted);
    if (attempt.current?.content !== content) attempt.current = { content, requestId: crypto.randomUUID() };
    mutate({ ...wanted, requestId: attempt.current.requestId });
  };
  return { send, pending: isPending, error };
}
