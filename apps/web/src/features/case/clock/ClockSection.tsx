import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../elements/Button.tsx';
import { dayWithWeekday, shortDay } from '../../../elements/dates.ts';
import { Light } from '../../../elements/Light.tsx';
import { Section } from '../../../elements/Section.tsx';
import { useLanguage, useText } from '../../../locales/index.ts';
import type { ClockView } from '../views.ts';
import { barOf } from './bar.ts';
import { keptDay } from './kept-day.ts';
import './clock.css';

type Shown = { readonly clock: ClockView; readonly today: string };

/** Allowed, counted and left in one sentence, by when, and why that day stands where the count ends earlier. */
function Sentence({ clock, today }: Shown): ReactNode {
  const { t } = useTranslation(['case', 'elements']);
  const { language } = useLanguage();
  const { totalWorkingDays: total, consumed, remaining, deadline, stoppedOn } = clock;
  const day = (on: string): string => dayWithWeekday(on, language, today);
  const kept = keptDay(clock);
  return (
    <p className="clock-sentence">
      {total === null ? (
        t('clockUsed', { count: consumed })
      ) : (
        <>
          {t('clockTotal', { count: total })}
          <strong>{t('clockFigures', { consumed, remaining: Math.max(remaining ?? 0, 0) })}</strong>
        </>
      )}
      <span className="clock-by">
        {stoppedOn !== null && t('clockEnded', { day: day(stoppedOn) })}
        {stoppedOn === null && deadline.on !== null && (
          <>
            {t('clockBy', { day: day(deadline.on) })} <Light light={deadline.light} stopped={deadline.clockStopped} />
            {deadline.provisional && <span className="case-note"> {t('elements:provisional')}</span>}
          </>
        )}
        {stoppedOn === null && deadline.on === null && t('clockStopped')}
      </span>
      {kept && (
        <span className="case-note clock-by">
          {t(`clockKept_${kept.ground}`, { on: day(kept.on), counted: day(kept.countedTo) })}
        </span>
      )}
    </p>
  );
}

/** The bar to scale. The table beneath says the same in words, so the bar itself is silent. */
function Bar({ clock, today }: Shown): ReactNode {
  const { t } = useTranslation('case');
  const { pieces, today: at } = barOf(clock.segments, today);
  if (pieces.length === 0) return null;
  return (
    <div className="clock-bar" aria-hidden="true">
      {at !== null && (
        <span className="clock-today" style={{ left: `${at}%` }}>
          <span className={at < 8 ? 'clock-today-right' : at > 92 ? 'clock-today-left' : undefined}>{t('today')}</span>
        </span>
      )}
      <div className="clock-pieces">
        {pieces.map(({ kind, workingDays, share }, index) => (
          <span key={index} className={`clock-piece clock-${kind}`} style={{ width: `${share}%` }}>
            {share > 6 && <b>{workingDays}</b>}
          </span>
        ))}
      </div>
    </div>
  );
}

function Segments({ clock, today }: Shown): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  const { language } = useLanguage();
  return (
    <table className="clock-table">
      <caption className="visually-hidden">{t('clockTable')}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t('segment')}</th>
          <th scope="col">{t('workingDays')}</th>
          <th scope="col">{t('fromTo')}</th>
        </tr>
      </thead>
      <tbody>
        {clock.segments.map(({ kind, from, to, workingDays, title }) => (
          <tr key={`${kind} ${from}`}>
            <td>
              <span className={`clock-key clock-${kind}`} aria-hidden="true" /> {t(`segment_${kind}`)}
              {title && (kind === 'excluded' || kind === 'suspended') && (
                <span className="second-line clock-reason">{text(title)}</span>
              )}
            </td>
            <td className="num">
              <strong>{workingDays}</strong>
            </td>
            <td className="num clock-days">
              {shortDay(from, language, today)}
              {to !== from && `–${to ? shortDay(to, language, today) : t('today')}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A statutory clock: what is allowed, counted and left, drawn to scale, with a table of its segments. */
export function ClockSection({ clock, today, onWhy }: Shown & { readonly onWhy: () => void }): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  return (
    <Section
      title={
        <>
          {t('clock')} <span className="section-note clock-name">{text(clock.title)}</span>
        </>
      }
      aside={
        clock.deadline.why && (
          <Button look="text" small className="case-aside" onClick={onWhy}>
            {t('dayByDay')}
          </Button>
        )
      }
    >
      <Sentence clock={clock} today={today} />
      <Bar clock={clock} today={today} />
      {clock.segments.length > 0 && <Segments clock={clock} today={today} />}
    </Section>
  );
}
