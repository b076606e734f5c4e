import { provinces } from '@lianban/domain/province';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lianbanError, queryClient, trpc } from '../api.ts';
import { useText } from '../../locales/index.ts';
import { useLive } from '../live.tsx';
import { audienceOf, homeOf, useMe, type Me } from '../session.tsx';

type Post = Me['posts'][number];

function usePostName(): (post: Post) => string {
  const text = useText();
  return (post) => `${text(post.unit)} · ${text(post.roleTitle)}`;
}

/** Takes over another post of one's own: everything read in the old one is forgotten first. */
function useSwitchPost(): { readonly use: (postId: string) => void; readonly pending: boolean } {
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

/** Province and post in which one acts; a choice when one holds several. */
export function PostSwitch(): ReactNode {
  const { t } = useTranslation(['frame', 'errors']);
  const me = useMe();
  const text = useText();
  const name = usePostName();
  const { use, pending } = useSwitchPost();
  if (me.enterprise) return <span className="top-enterprise">{me.enterprise.name}</span>;
  const sign = (
    <span className="post-province" title={text(provinces[me.post.province].name)} aria-hidden="true">
      {provinces[me.post.province].prefix}
    </span>
  );
  if (me.posts.length < 2)
    return (
      <span className="post post-single">
        {sign}
        <span className="post-name">{name(me.post)}</span>
      </span>
    );
  return (
    <label className="post">
      <span className="visually-hidden">{t('post')}</span>
      {sign}
      <select
        value={me.post.id}
        aria-busy={pending}
        onChange={(event) => use(event.target.value)}
        title={name(me.post)}
      >
        {me.posts.map((post) => (
          <option key={post.id} value={post.id}>
            {provinces[post.province].prefix} {name(post)}
          </option>
        ))}
      </select>
      <span className="post-switch" aria-hidden="true">
        ⇋
      </span>
    </label>
  );
}
