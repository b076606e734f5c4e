import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../../elements/Answer.tsx';
import { Tabs } from '../../elements/Tabs.tsx';
import { Filters } from './Filters.tsx';
import { InboxList } from './InboxList.tsx';
import { useHeadline } from './use-headline.ts';
import { useInbox, useTabCounts } from './use-inbox.ts';
import '../../elements/table-cards.css';
import './inbox.css';

/** 待办: what an officer owes and what the unit's pool holds, in the order of what the law makes urgent. */
export default function InboxPage(): ReactNode {
  const { t } = useTranslation('inbox');
  const { tab = 'mine', filter = 'all' } = useSearch({ from: '/frame/inbox' });
  const navigate = useNavigate();
  const inbox = useInbox({ tab, filter });
  const page = inbox.data?.pages[0];
  const tabCounts = useTabCounts();
  const count = (name: 'mine' | 'pool'): { count?: number } => {
    const known = page?.counts[name] ?? tabCounts[name];
    return known === undefined ? {} : { count: known };
  };
  return (
    <div className="inbox">
      <Answer sentence={useHeadline(tab, page)} />
      <Tabs
        label={t('tabs')}
        tabs={[
          { name: 'mine', title: t('mine'), ...count('mine') },
          { name: 'pool', title: t('pool'), ...count('pool') },
        ]}
        open={tab}
        onOpen={(next) => void navigate({ to: '/inbox', search: next === 'pool' ? { tab: next } : {} })}
        beside={<Filters looked={{ tab, filter }} counts={page?.counts} />}
      >
        <InboxList key={`${tab} ${filter}`} looked={{ tab, filter }} inbox={inbox} />
      </Tabs>
    </div>
  );
}
