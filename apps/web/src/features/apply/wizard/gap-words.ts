import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../locales/index.ts';
import type { Gap } from './completeness.ts';

/** Says what is missing, naming the material where it is one. */
export function useGapWords(): (gap: Gap) => string {
  const { t } = useTranslation('apply');
  const text = useText();
  return useCallback((gap) => t(`gap_${gap.reason}`, { material: text(gap.subject) }), [t, text]);
}
