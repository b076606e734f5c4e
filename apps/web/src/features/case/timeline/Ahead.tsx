import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../../elements/Mark.tsx';
import { useText } from '../../../locales/index.ts';
import type { CasePageView, ForecastStep } from '../views.ts';
import { TimeDay } from './TimeDay.tsx';

function Step({ step, today }: { readonly step: ForecastStep; readonly today: string }): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  const { title, roleTitle, limit, mark, expectedOn, condition } = step;
  return (
    <li className={condition ? 'time-row time-row-ahead time-row-if' : 'time-row time-row-ahead'}>
      <span className="time-when">
        {expectedOn && (
          <time dateTime={expectedOn}>
            <TimeDay on={expectedOn} today={today} />
          </time>
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
        <Step key={`${step.step} ${index}`} step={step} today={page.today} />
      ))}
    </>
  );
}
