import { useTranslation } from 'react-i18next';
import { useText } from '../../locales/index.ts';
import type { ItemView, Route } from './views.ts';

/** What a way to apply is called: an item with a procedure of its own is named by that, never as the ordinary one. */
export function useRouteName(): (item: Pick<ItemView, 'ownProcedure'>, route: Route) => string {
  const { t } = useTranslation('apply');
  const text = useText();
  return ({ ownProcedure }, route) => {
    if (route === 'commitment') return t('commitmentRoute');
    return ownProcedure ? text(ownProcedure) : t('ordinaryRoute');
  };
}
