import { interestTitles } from '@lianban/domain/interest';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../elements/Button.tsx';
import { Section } from '../../elements/Section.tsx';
import { useText } from '../../locales/index.ts';
import type { ActOn } from './PersonAct.tsx';
import type { PersonFile } from './views.ts';
import { useDays } from './words.ts';

/** What binds a person to enterprises, and what can be done about it; null for one's own. */
export function InterestList(props: {
  readonly interests: PersonFile['interests'];
  readonly onAct: ((act: ActOn) => void) | null;
}): ReactNode {
  const { t } = useTranslation('organisation');
  const text = useText();
  const days = useDays();
  const { interests, onAct } = props;
  const enter = onAct && (
    <Button small onClick={() => onAct({ what: 'enterInterest' })}>
      {t('enterInterest')}
    </Button>
  );
  return (
    <Section title={t('interests')} aside={enter}>
      {interests.length === 0 && <p className="state-note">{t('noInterests')}</p>}
      <ul className="organisation-posts">
        {interests.map((interest) => (
          <li key={interest.id} className={interest.withdrawnAt === null ? undefined : 'organisation-past'}>
            <span>
              {interest.enterprise} {text(interestTitles[interest.kind])}
              <span className="second-line">
                {days(interest)} {interest.note}
              </span>
            </span>
            {interest.withdrawnAt !== null && <span>{t('interestEnded')}</span>}
            {interest.withdrawnAt === null && onAct && (
              <Button
                small
                aria-label={t('withdrawInterestOf', { enterprise: interest.enterprise })}
                onClick={() => onAct({ what: 'withdrawInterest', interest })}
              >
                {t('withdrawInterest')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
