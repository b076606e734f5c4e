import { provinces } from '@lianban/domain/province';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../locales/index.ts';
import { useMe } from '../session.tsx';
import { usePostName, useSwitchPost } from './use-switch-post.ts';

/** Province and post in which one acts; a choice when one holds several. */
export function PostSwitch(): ReactNode {
  const { t } = useTranslation('frame');
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
