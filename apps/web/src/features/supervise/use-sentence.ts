import { useTranslation } from 'react-i18next';
import type { SuperviseDue } from './heat.ts';

/** The most that the service lists of what comes due. */
const soonShown = 50;

/** How many come due soon, or that there are more than the list holds. */
export function useSoonCount(): (rows: SuperviseDue['soon']) => string {
  const { t } = useTranslation('supervise');
  return ({ length: count }) => t(count < soonShown ? 'exactly' : 'atLeast', { count });
}

/** All figures in one sentence: how many are open, near their day, late, and due soon. */
export function useSentence(due: SuperviseDue | undefined): string {
  const { t } = useTranslation('supervise');
  const soonCount = useSoonCount();
  if (!due) return t('title');
  const { open, yellow, orange, red, dueToday } = due.totals;
  return t('whole', {
    open: t('open', { count: open }),
    yellow: t('yellow', { count: yellow }),
    orange: t('orange', { count: orange }),
    red: t('red', { count: red }),
    dueToday: t('dueToday', { count: dueToday }),
    soon: t('soonCount', { n: soonCount(due.soon) }),
  });
}
