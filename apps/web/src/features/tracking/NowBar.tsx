import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Deadline } from '../../elements/Deadline.tsx';
import { ThreePartBar, type BarPart } from '../../elements/ThreePartBar.tsx';
import { useText } from '../../locales/index.ts';
import { PhoneIcon } from './PhoneIcon.tsx';
import type { TrackingView } from './progress.ts';

function usePlace({ where, ending }: TrackingView): BarPart {
  const { t } = useTranslation('tracking');
  const text = useText();
  if (!where) return { label: t('result'), value: ending ? text(ending) : t('noStep') };
  const mine = where.role === 'APP';
  return {
    label: t('where'),
    value: mine ? t('withYou') : text(where.unit),
    note: [where.person, text(where.roleTitle)].filter(Boolean).join(' · '),
  };
}

/** Where and who, by when, next, and the telephone of the window; on a phone two by two. */
export function NowBar({ found, onWhy }: { readonly found: TrackingView; readonly onWhy?: () => void }): ReactNode {
  const { t } = useTranslation(['tracking', 'elements']);
  const text = useText();
  const { deadline, nextStep, windowPhone, today } = found;
  return (
    <div className="track-now">
      <ThreePartBar
        parts={[
          usePlace(found),
          {
            label: t('elements:deadline'),
            value: deadline ? (
              <Deadline deadline={deadline} today={today} stacked {...(onWhy ? { onWhy } : {})} />
            ) : (
              t('none')
            ),
          },
          { label: t('next'), value: nextStep ? text(nextStep) : t('none'), note: nextStep && t('ifAllGoesWell') },
          {
            label: t('phone'),
            value: (
              <a href={`tel:${windowPhone.replace(/[^\d+]/g, '')}`} className="link track-phone">
                <PhoneIcon /> {windowPhone}
              </a>
            ),
            note: t('hours'),
          },
        ]}
      />
    </div>
  );
}
