import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../elements/Button.tsx';
import { dayWithWeekday } from '../../elements/dates.ts';
import '../../elements/states/states.css';
import { useLanguage, useText } from '../../locales/index.ts';
import { useMe } from '../session.tsx';
import { useSwitchPost } from './use-switch-post.ts';

/** Says all the time for whom one is acting, until when, and leads back to one's own post. */
export function StandingIn(): ReactNode {
  const { t } = useTranslation('frame');
  const { language } = useLanguage();
  const text = useText();
  const { post, posts, today } = useMe();
  const { use, pending } = useSwitchPost();
  if (!post.standingIn) return null;
  const { name, until, isWhole } = post.standingIn;
  const own = posts.find(({ standingIn }) => standingIn === null);
  const words = {
    ...{ name, until: dayWithWeekday(until, language, today) },
    post: `${text(post.unit)} · ${text(post.roleTitle)}`,
  };
  return (
    <div className="state-strip standing-in" role="note">
      <span>{t(isWhole ? 'standingIn' : 'standingInPart', words)}</span>
      {own && (
        <Button small aria-busy={pending} onClick={() => use(own.id)}>
          {t('backToOwnPost')}
        </Button>
      )}
    </div>
  );
}
