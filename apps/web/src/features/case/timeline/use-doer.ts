import { useTranslation } from 'react-i18next';
import { useActingName } from '../../../elements/acting-name.ts';
import { useText } from '../../../locales/index.ts';
import type { TimelineEntry } from '../views.ts';

/** Who did it: somebody in their post, the other bureau by its letter, the day that passed, or the system. */
export function useDoer(): (entry: Pick<TimelineEntry, 'who' | 'otherBureau' | 'lapsed'>) => string {
  const { t } = useTranslation('case');
  const text = useText();
  const nameOf = useActingName();
  return ({ who, otherBureau, lapsed }) => {
    if (who) return `${nameOf(who.person, who.standingInFor)} · ${text(who.post)} ${text(who.roleTitle)}`;
    if (otherBureau) {
      const bureau = text(otherBureau.bureau);
      return otherBureau.letter === null ? bureau : t('byLetter', { bureau, letter: otherBureau.letter });
    }
    return t(lapsed ? 'bySilence' : 'bySystem');
  };
}
