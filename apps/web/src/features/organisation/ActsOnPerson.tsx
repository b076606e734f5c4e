import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.tsx';
import { HappenedAt } from '../../elements/HappenedAt.tsx';
import { Section } from '../../elements/Section.tsx';
import { actTitle } from './act-titles.ts';
import type { PersonFile } from './views.ts';

/** What was done about a person, by whom and why, the latest first. */
export function ActsOnPerson({ acts }: { readonly acts: PersonFile['acts'] }): ReactNode {
  const { t } = useTranslation('organisation');
  const { today } = useMe();
  return (
    <Section title={t('acts')}>
      {acts.length === 0 && <p className="state-note">{t('noActs')}</p>}
      <ul className="organisation-history">
        {acts.map(({ position, at, action, by, reason }) => (
          <li key={position}>
            <HappenedAt at={at} today={today} />{' '}
            <span>
              {t(actTitle(action))} {by}
              {reason !== null && <span className="second-line">{reason}</span>}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
