import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useText } from '../../locales/index.ts';
import { lianbanError, queryClient, trpc } from '../api.ts';
import { useLive } from '../live.tsx';
import { audienceOf, homeOf, type Me } from '../session.tsx';

type Post = Me['posts'][number];

/** Unit and role, with the name of whose post it is where one stands in for somebody else. */
export function usePostName(): (post: Post) => string {
  const { t } = useTranslation('frame');
  const text = useText();
  return (post) => {
    const name = `${text(post.unit)} · ${text(post.roleTitle)}`;
    return post.standingIn ? t('postFor', { name: post.standingIn.name, post: name }) : name;
  };
}

/** Takes over another post in which one may act: everything read in the old one is forgotten first. */
export function useSwitchPost(): { readonly use: (postId: string) => void; readonly pending: boolean } {
  const { t } = useTranslation(['frame', 'errors']);
  const { announce } = useLive();
  const name = usePostName();
  const navigate = useNavigate();
  const mutation = useMutation(
    trpc.session.usePost.mutationOptions({
      onSuccess: async (me) => {
        const meKey = trpc.session.me.queryKey();
        queryClient.setQueryData(meKey, me);
        queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== meKey[0] });
        await navigate({ to: homeOf[audienceOf(me.post.role)] });
        announce(t('postSwitched', { post: name(me.post) }));
      },
      onError: (error) => announce(lianbanError(error)?.text ?? t('errors:INTERNAL')),
    }),
  );
  return { use: (postId) => mutation.mutate({ postId }), pending: mutation.isPending };
}
