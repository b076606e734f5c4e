import { useTranslation } from 'react-i18next';
import { useText } from '../../../locales/index.ts';
import type { TimelineEntry } from '../views.ts';

/** Step and act in one line: 当场决定：准予; a step whose act has the same name says it once. */
export function useDone(): (entry: Pick<TimelineEntry, 'stepTitle' | 'act'>) => string {
  const { t } = useTranslation('case');
  const text = useText();
  return ({ stepTitle, act }) =>
    text(stepTitle) === text(act) ? text(act) : `${text(stepTitle)}${t('colon')}${text(act)}`;
}
