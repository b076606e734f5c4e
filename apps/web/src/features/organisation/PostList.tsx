import { capacities } from '@lianban/domain/organisation';
import { roles } from '@lianban/domain/role';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../elements/Button.tsx';
import '../../elements/mark.css';
import { useText } from '../../locales/index.ts';
import type { ActOn } from './PersonAct.tsx';
import type { Post } from './views.ts';
import { useDays } from './words.ts';

/** The authority letter with its days. */
function Letter({ post }: { readonly post: Post }): ReactNode {
  const { t } = useTranslation('organisation');
  const days = useDays();
  if (post.letter === null) return null;
  const { number, from, to } = post.letter;
  return <span className="second-line">{t('letterWith', { number, days: days({ since: from, until: to }) })}</span>;
}

function Row({ post, onAct }: { readonly post: Post; readonly onAct: ((act: ActOn) => void) | null }): ReactNode {
  const { t } = useTranslation('organisation');
  const text = useText();
  const days = useDays();
  const title = text(post.capacity === null ? roles[post.role] : capacities[post.capacity]);
  const place = text(post.place);
  const named = { role: title, place };
  return (
    <li className={post.isPresent ? undefined : 'organisation-past'}>
      <span>
        {place} <strong>{title}</strong>{' '}
        {!post.isHeld && <span className="mark">{t(post.isPresent ? 'notHeld' : 'ended')}</span>}
        <span className="second-line">{days(post)}</span>
        <Letter post={post} />
      </span>
      {post.isPresent && onAct && (
        <span className="organisation-acts">
          {post.unitId !== null && (
            <Button small onClick={() => onAct({ what: 'movePost', post })} aria-label={t('movePostOf', named)}>
              {t('movePost')}
            </Button>
          )}
          {post.letter !== null && (
            <Button small onClick={() => onAct({ what: 'renewLetter', post })} aria-label={t('renewLetterOf', named)}>
              {t('renewLetter')}
            </Button>
          )}
          <Button small onClick={() => onAct({ what: 'endPost', post })} aria-label={t('endPostOf', named)}>
            {t('endPost')}
          </Button>
        </span>
      )}
    </li>
  );
}

/** All posts of a person, the present ones first; those that have ended stay, as they were. */
export function PostList({
  posts,
  onAct,
}: {
  readonly posts: readonly Post[];
  readonly onAct: ((act: ActOn) => void) | null;
}): ReactNode {
  const { t } = useTranslation('organisation');
  if (posts.length === 0) return <p className="state-note">{t('noPosts')}</p>;
  return (
    <ul className="organisation-posts">
      {posts.map((post) => (
        <Row key={post.postId} post={post} onAct={onAct} />
      ))}
    </ul>
  );
}
