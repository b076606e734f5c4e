import { useTranslation } from 'react-i18next';
import type { RevisionRow } from './views.ts';

/** Where a revision stands, and while it waits for whom. */
export function useStateWords(): (row: Pick<RevisionRow, 'state' | 'own'>) => string {
  const { t } = useTranslation('calendar');
  return ({ state, own }) => {
    if (state === 'proposed') return t(own ? 'waitsForOther' : 'waitsForYou');
    return t(`state_${state}`);
  };
}
