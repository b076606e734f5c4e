import { useTranslation } from 'react-i18next';
import { useText } from '../../locales/index.ts';
import type { InboxPage } from './groups.ts';
import { onlyDeemed } from './standing.ts';

function useDeemed(page: InboxPage | undefined): string {
  const { t } = useTranslation('inbox');
  const text = useText();
  if (!page || page.deemedToday === 0) return '';
  const only = onlyDeemed(page);
  return only?.consequence
    ? t('deemedOne', { effect: text(only.consequence) })
    : t('deemed', { count: page.deemedToday });
}

/** The sentence an officer came for: how many today, how many late, and what takes effect by itself today. */
export function useHeadline(tab: 'mine' | 'pool', page: InboxPage | undefined): string {
  const { t } = useTranslation('inbox');
  const deemed = useDeemed(page);
  if (!page) return t(tab);
  const { today, overdue, week } = page.counts;
  const count = page.counts[tab];
  if (count === 0) return t(tab === 'mine' ? 'nothing' : 'nothingInPool');
  const calm = today === 0 && overdue === 0;
  const first =
    tab === 'mine'
      ? t(calm ? 'calm' : 'counts', { today, overdue })
      : t(calm ? 'poolCalm' : 'poolCounts', { count, today, overdue });
  return [first, calm && week > 0 ? t('thisWeek', { count: week }) : '', deemed, t('stop')].join('');
}
