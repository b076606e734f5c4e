import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../../elements/Answer.tsx';
import { Tabs } from '../../elements/Tabs.tsx';
import { AskedList, useAsked } from './AskedList.tsx';
import { Filters } from './Filters.tsx';
import { InboxList } from './InboxList.tsx';
import { useHeadline } from './use-headline.ts';
import { useInbox, useTabCounts } from './use-inbox.ts';
import '../../elements/table-cards.css';
import './inbox.css';

/** 待办: what an officer owes, what the unit's pool holds, and what colleagues ask, in the order of what the law makes urgent. */
export default function InboxPage(): ReactNode {
  const { t } = useTranslation(['inbox', 'involvement']);
  const { tab = 'mine', filter = 'all' } = useSearch({ from: '/frame/inbox' });
  const navigate = useNavigate();
  const duties = tab === 'asked' ? 'mine' : tab;
  const inbox = useInbox({ tab: duties, filter });
  const asked = useAsked(true).data?.pages[0]?.count;
  const page = inbox.data?.pages[0];
  const tabCounts = useTabCounts();
  const count = (name: 'mine' | 'pool'): { count?: number } => {
    const known = page?.counts[name] ?? tabCounts[name];
    return known === undefined ? {} : { count: known };
  };
  const headline = useHeadline(duties, page);
  const askedWords = asked === 0 ? t('involvement:headlineNone') : t('involvement:headline', { count: asked ?? 0 });
  return (
    <div className="inbox">
      <Answer sentence={tab === 'asked' ? askedWords : headline} />
      <Tabs
        label={t('tabs')}
        tabs={[
          { name: 'mine', title: t('mine'), ...count('mine') },
          { name: 'pool', title: t('pool'), ...count('pool') },
          { name: 'asked', title: t('asked'), ...(asked === undefined ? {} : { count: asked }) },
        ]}
        open={tab}
        onOpen={(next) => void navigate({ to: '/inbox', search: next === 'mine' ? {} : { tab: next } })}
        beside={tab !== 'asked' && <Filters looked={{ tab, filter }} counts={page?.counts} />}
      >
        {tab === 'asked' ? (
          <AskedList />
        ) : (
          <InboxList key={`${tab} ${filter}`} looked={{ tab, filter }} inbox={inbox} />
        )}
      </Tabs>
    </div>
  );
}
