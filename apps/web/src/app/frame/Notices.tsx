import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '@tanstack/react-router';
import { timeOfDay } from '../../elements/dates.ts';
import { BellIcon } from '../../elements/icons.tsx';
import { useLive } from '../live.tsx';
import { Messages } from './Messages.tsx';
import { useMessages } from './use-messages.ts';

/** What happened since the sign-in, with the way to each case. */
function SinceSignIn({ onFollow }: { readonly onFollow: () => void }): ReactNode {
  const { t } = useTranslation('frame');
  const { notices } = useLive();
  return (
    <section aria-label={t('sinceSignIn')}>
      <h2>{t('sinceSignIn')}</h2>
      {notices.length === 0 && <p>{t('noNotices')}</p>}
      <ul>
        {notices.map((notice) => (
          <li key={notice.id}>
            <Link to="/cases/$caseId" params={{ caseId: notice.caseId }} className="link" onClick={onFollow}>
              {notice.sentence}
            </Link>
            <time dateTime={notice.at}>{timeOfDay(notice.at)}</time>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The bell: what the post was told, which stays until it is read, and what happened since the sign-in. The unread figure stands beside it. */
export function Notices(): ReactNode {
  const { t } = useTranslation('frame');
  const live = useLive();
  const messages = useMessages();
  const list = useRef<HTMLDivElement>(null);
  const follow = (): void => list.current?.hidePopover();
  const unread = (messages.query.data?.unread ?? 0) + live.unread;
  return (
    <div className="top-menu">
      <button
        type="button"
        className="top-button"
        popoverTarget="notices"
        aria-label={unread > 0 ? t('noticesUnread', { count: unread }) : t('notices')}
      >
        <BellIcon />
        {unread > 0 && <span>{unread}</span>}
      </button>
      <div
        id="notices"
        ref={list}
        popover="auto"
        className="top-popover notices"
        onToggle={(event) => event.newState === 'open' && live.readAll()}
      >
        <Messages messages={messages} onFollow={follow} />
        <SinceSignIn onFollow={follow} />
      </div>
    </div>
  );
}
