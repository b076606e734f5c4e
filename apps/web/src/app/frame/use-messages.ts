import { useMutation, useQuery } from '@tanstack/react-query';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { queryClient, trpc } from '../api.ts';

/** Something the post was told. */
export type MessageView = inferOutput<typeof trpc.message.list>['rows'][number];

/** A card of the ladder, or an urge. */
export type CaseMessage = Extract<MessageView, { kind: 'case' }>;

/** A revision of the calendar that moved cases of the post. */
export type RevisionMessage = Extract<MessageView, { kind: 'revision' }>;

/** Somebody stands in for somebody, or does so no more. */
export type StandInMessage = Extract<MessageView, { kind: 'standIn' }>;

/** What happened in a case that asks nothing of the reader. */
export type NoticeMessage = Extract<MessageView, { kind: 'notice' }>;

/** Something was changed about how one signs in. */
export type AccountMessage = Extract<MessageView, { kind: 'account' }>;

/** The messages of the post, and the ways to mark them as read. */
export function useMessages() {
  const query = useQuery(trpc.message.list.queryOptions());
  const reading = useMutation(
    trpc.message.read.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.message.pathKey() }),
    }),
  );
  const newest = query.data?.rows[0];
  return {
    query,
    reading,
    readOne: (message: MessageView): void => {
      if (!message.read) reading.mutate({ ids: [message.id] });
    },
    /** What arrives while the button is pressed has not been seen and stays unread. */
    readAll: (): void => {
      if (newest) reading.mutate({ upTo: newest.at });
    },
  };
}

/** See {@link useMessages}. */
export type MessagesInHand = ReturnType<typeof useMessages>;
