import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayRange, shortDay, weekdayName } from '../../elements/dates.ts';
import { DeadlineDay } from '../../elements/Deadline.tsx';
import { Section } from '../../elements/Section.tsx';
import { useLanguage, useText } from '../../locales/index.ts';
import { holderOf, type TrackingView } from './progress.ts';

type Past = TrackingView['timeline'][number];

function PastSteps({ entries, today }: { readonly entries: readonly Past[]; readonly today: string }): ReactNode {
  const text = useText();
  const { language } = useLanguage();
  return (
    <ol className="track-steps">
      {entries.map(({ on, title, number }, index) => (
        <li key={`${on} ${index}`} className="track-step track-step-past">
          <time dateTime={on}>
            {shortDay(on, language, today)} {weekdayName(on, language)}
          </time>
          <span className="track-dot" aria-hidden="true" />
          <span>
            {text(title)}
            {number && <span className="second-line">{number}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

type Asking = { readonly found: TrackingView; readonly onWhy?: () => void };

/** What is done now and, dotted, what comes next. */
function Ahead({ found, onWhy }: Asking): ReactNode {
  const { t } = useTranslation('tracking');
  const text = useText();
  const { where, nextStep, deadline, today } = found;
  return (
    <ol className="track-steps">
      <li className="track-step track-step-now" aria-current="step">
        <span className="track-when">{t('now')}</span>
        <span className="track-dot" aria-hidden="true" />
        <span>
          <strong>{t(`held_${holderOf(found)}_short`)}</strong>
          <span className="second-line">
            {text(where?.unit)}
            {deadline?.on && (
              <>
                {' · '}
                {t('by')}
                <DeadlineDay deadline={deadline} today={today} {...(onWhy ? { onWhy } : {})} />
              </>
            )}
          </span>
        </span>
      </li>
      {nextStep && (
        <li className="track-step track-step-next">
          <span className="track-when">{t('then')}</span>
          <span className="track-dot" aria-hidden="true" />
          <span>{t('expected', { step: text(nextStep) })}</span>
        </li>
      )}
    </ol>
  );
}

/** The public part of the timeline, folded into one line on a phone so that now and next stay in sight. */
export function PublicTimeline({ found, onWhy }: Asking): ReactNode {
  const { t } = useTranslation('tracking');
  const { language } = useLanguage();
  const { timeline, today } = found;
  const [first] = timeline;
  const last = timeline.at(-1);
  return (
    <Section title={t('progress')} className="track-timeline">
      {first && last && (
        <>
          <div className="track-wide">
            <PastSteps entries={timeline} today={today} />
          </div>
          <details className="track-narrow">
            <summary>
              {t('doneSteps', { count: timeline.length })}
              <span className="track-range">{dayRange(first.on, last.on, language)}</span>
            </summary>
            <PastSteps entries={timeline} today={today} />
          </details>
        </>
      )}
      {found.state === 'open' && <Ahead found={found} {...(onWhy ? { onWhy } : {})} />}
      {found.state === 'open' && timeline.length === 0 && <p className="track-hint">{t('nothingYet')}</p>}
    </Section>
  );
}
