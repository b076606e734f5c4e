import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayWithWeekday } from '../../../elements/dates.ts';
import { WhyButton } from '../../../elements/Deadline.tsx';
import { Mark } from '../../../elements/Mark.tsx';
import { explainedAhead } from '../../../elements/why/explained.ts';
import { useWhy } from '../../../elements/why/WhyHost.tsx';
import { useLanguage, useText } from '../../../locales/index.ts';
import type { CasePageView, ForecastStep } from '../views.ts';
import { TimeDay } from './TimeDay.tsx';

function Step({ step, page }: { readonly step: ForecastStep; readonly page: CasePageView }): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  const ask = useWhy();
  const { title, roleTitle, limit, mark, expectedOn, condition } = step;
  const explained = explainedAhead(page, step);
  return (
    <li className={condition ? 'time-row time-row-ahead time-row-if' : 'time-row time-row-ahead'}>
      <span className="time-when">
        {expectedOn && (
          <ExpectedDay on={expectedOn} today={page.today} {...(explained ? { onWhy: () => ask(explained) } : {})} />
        )}
      </span>
      <span className="time-dot time-dot-ahead" aria-hidden="true" />
      <div className="time-what">
        {condition && <span className="time-condition">{t('ifThen', { condition: text(condition) })}</span>}
        <span className="time-act">{text(title)}</span>
        <span className="time-note">{text(roleTitle)}</span>
        {limit && (
          <span className="time-note">
            {text(limit)} {mark && <Mark mark={mark} />}
          </span>
        )}
      </div>
    </li>
  );
}

type Expected = { readonly on: string; readonly today: string; readonly onWhy?: () => void };

function ExpectedDay({ on, today, onWhy }: Expected): ReactNode {
  const { t } = useTranslation('elements');
  const { language } = useLanguage();
  const day = <TimeDay on={on} today={today} />;
  if (!onWhy) return <time dateTime={on}>{day}</time>;
  return (
    <WhyButton spoken={t('why', { day: dayWithWeekday(on, language, today) })} onWhy={onWhy}>
      {day}
    </WhyButton>
  );
}

/** What may come next by the catalogue, and where a step may lead otherwise. The days suppose that all before is done today. */
export function Ahead({ page }: { readonly page: CasePageView }): ReactNode {
  const { t } = useTranslation('case');
  if (page.ahead.length === 0) return null;
  return (
    <>
      <li className="time-row time-row-caption">
        <p className="time-what case-note">{t('aheadNote')}</p>
      </li>
      {page.ahead.map((step, index) => (
        <Step key={`${step.step} ${index}`} step={step} page={page} />
      ))}
    </>
  );
}
