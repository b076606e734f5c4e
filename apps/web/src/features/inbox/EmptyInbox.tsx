import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayWithWeekday } from '../../elements/dates.ts';
import { Empty } from '../../elements/states/Empty.tsx';
import { useLanguage } from '../../locales/index.ts';
import type { InboxPage } from './groups.ts';
import { useNextDue, type Looked } from './use-inbox.ts';

const nothing = {
  today: 'emptyToday',
  overdue: 'emptyOverdue',
  week: 'emptyWeek',
  later: 'emptyLater',
} as const;

type Where = { readonly looked: Looked; readonly page: Pick<InboxPage, 'today' | 'counts'> };

function EmptyFilter({ looked, page }: Where): ReactNode {
  const { t } = useTranslation('inbox');
  const { language } = useLanguage();
  const next = useNextDue(looked.tab, page.counts);
  const sentence = looked.filter === 'all' ? '' : t(nothing[looked.filter]);
  const nextDue = next ? t('nextDue', { day: dayWithWeekday(next, language, page.today) }) : '';
  return (
    <Empty sentence={[sentence, nextDue].join(language === 'en' ? ' ' : '')}>
      <Link to="/inbox" search={looked.tab === 'pool' ? { tab: 'pool' } : {}} className="button">
        {t('toAll', { count: page.counts[looked.tab] })}
      </Link>
    </Empty>
  );
}

/** What would be here, when the next is due, and where there is something to do. */
export function EmptyInbox({ looked, page }: Where): ReactNode {
  const { t } = useTranslation('inbox');
  const { language } = useLanguage();
  const { mine, pool } = page.counts;
  if (page.counts[looked.tab] > 0) return <EmptyFilter looked={looked} page={page} />;
  if (looked.tab === 'pool')
    return (
      <Empty sentence={t('emptyPool')}>
        {mine > 0 && (
          <Link to="/inbox" className="button">
            {t('toMine')}
          </Link>
        )}
      </Empty>
    );
  const more = pool > 0 ? t('emptyMinePool', { count: pool }) : '';
  return (
    <Empty sentence={[t('emptyMine'), more].join(language === 'en' ? ' ' : '')}>
      {pool > 0 && (
        <Link to="/inbox" search={{ tab: 'pool' }} className="button button-solid">
          {t('toPool')}
        </Link>
      )}
    </Empty>
  );
}
