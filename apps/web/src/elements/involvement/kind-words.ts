import { useTranslation } from 'react-i18next';
import type { RequestView } from './views.ts';

/** What a request is called: 委派, 协办, 会签, 加签, 转办, 抄送. */
export function useKindWords(): (request: Pick<RequestView, 'kind' | 'isAdded'>) => string {
  const { t } = useTranslation('involvement');
  return ({ kind, isAdded }) => {
    if (kind !== 'sign') return t(kind);
    return t(isAdded ? 'addSign' : 'countersign');
  };
}
