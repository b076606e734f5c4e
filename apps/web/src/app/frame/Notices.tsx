import { Link } from '@tanstack/react-router';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { timeOfDay } from '../../elements/dates.ts';
import { BellIcon } from '../../elements/icons.tsx';
import { useLive } from '../live.tsx';

/** What happened since the sign-in, with the way to each case; the unread figure stands beside the bell. */
export function Notices(): ReactNode {
  const { t } = useTranslation('frame');
  const { notices, unread, readAll } = useLive();
  const list = useRef<HTMLDivElement>(null);
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
        onToggle={(event) => event.newState === 'open' && readAll()}
      >
        <h2>{t('notices')}</h2>
        {notices.length === 0 && <p>{t('noNotices')}</p>}
        <ul>
          {notices.map((notice) => (
            <li key={notice.id}>
              <Link
                to="/cases/$caseId"
                params={{ caseId: notice.caseId }}
                className="link"
                onClick={() => list.current?.hidePopover()}
              >
                {notice.sentence}
              </Link>
              <time dateTime={notice.at}>{timeOfDay(notice.at)}</time>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
