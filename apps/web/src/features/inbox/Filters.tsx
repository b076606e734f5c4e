import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inboxFilters } from '../../app/search-params.ts';
import type { InboxPage } from './groups.ts';
import { totalOf } from './standing.ts';
import type { Looked } from './use-inbox.ts';

/** The groups as filters with their counts; the one that is on is marked. Each is an address of its own. */
export function Filters(props: {
  readonly looked: Looked;
  readonly counts: InboxPage['counts'] | undefined;
}): ReactNode {
  const { looked, counts } = props;
  const { tab } = looked;
  const { t } = useTranslation('inbox');
  return (
    <nav className="chips inbox-filters" aria-label={t('filters')}>
      {inboxFilters.map((filter) => (
        <Link
          key={filter}
          to="/inbox"
          search={{ ...(tab === 'pool' ? { tab } : {}), ...(filter === 'all' ? {} : { filter }) }}
          className="chip"
          activeOptions={{ exact: true }}
        >
          {t(filter)}
          {counts && <span className="inbox-figure"> {totalOf(counts, tab, filter)}</span>}
        </Link>
      ))}
    </nav>
  );
}
