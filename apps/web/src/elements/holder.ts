import { useTranslation } from 'react-i18next';
import type { DutyView } from './views.ts';

/** Who has the step in hand: a name, or that nobody has claimed it; null for an enterprise, which claims nothing. */
export function useHolderName(): (owner: DutyView['owner']) => string | null {
  const { t } = useTranslation('elements');
  return ({ person, role }) => person ?? (role === 'APP' ? null : t('unclaimed'));
}
