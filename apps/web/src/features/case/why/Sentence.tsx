import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayWithWeekday } from '../../../elements/dates.ts';
import { useLimitWords } from '../../../elements/limit-words.ts';
import { Mark } from '../../../elements/Mark.tsx';
import { useLanguage, useText } from '../../../locales/index.ts';
import type { WhyView } from '../views.ts';
import { festivals } from './panel.ts';

/** The parts of the sentence after the limit, each where there is something to say. */
function useRest(why: WhyView, today: string): readonly string[] {
  const { t } = useTranslation('case');
  const { language } = useLanguage();
  const day = (on: string): string => dayWithWeekday(on, language, today);
  const skipped = festivals(why.holidays).map(({ name, days }) => t('festivalDays', { name, count: days }));
  const list = (words: readonly string[]): string => words.join(t('comma'));
  return [
    why.excludedWorkingDays > 0 ? t('sentenceExcluded', { count: why.excludedWorkingDays }) : '',
    skipped.length > 0 ? t('sentenceSkips', { list: list(skipped) }) : '',
    why.makeupDays.length > 0 ? t('sentenceMakeup', { list: list(why.makeupDays.map(day)) }) : '',
    why.rolledFrom ? t('sentenceRolled', { day: day(why.rolledFrom) }) : '',
  ].filter((part) => part !== '');
}

/** The count in one sentence, with the article and whether the number is law. */
export function Sentence({ why, today }: { readonly why: WhyView; readonly today: string }): ReactNode {
  const { t } = useTranslation('case');
  const { language } = useLanguage();
  const text = useText();
  const words = useLimitWords();
  const rest = useRest(why, today);
  const start = dayWithWeekday(why.startOn, language, today);
  const skipsNothing = 'hours' in why.limit || 'onTheSpot' in why.limit || 'until' in why.limit;
  return (
    <p className="why-sentence">
      {t(skipsNothing ? 'sentenceOn' : 'sentenceFrom', { day: start })}
      <strong>{[why.limit, ...why.extensions].map(words).join(' + ')}</strong>
      {t('sentenceBasis', { basis: text(why.basis) })}
      {rest.map((part) => `${t('comma')}${part}`)}
      {t('stop')} <Mark mark={why.mark} />
    </p>
  );
}
