import { useQuery } from '@tanstack/react-query';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../../../app/api.ts';
import { useMe } from '../../../../app/session.tsx';
import { addDays, dayWithWeekday } from '../../../../elements/dates.ts';
import { useLanguage } from '../../../../locales/index.ts';
import { useFieldError } from '../field-error.ts';
import { workingDays } from '../working-days.ts';
import type { WizardState } from '../wizard-state.ts';

const format = 'YYYY-MM-DD';

/** The chosen day in words: weekday and working days from today; a day is never alone. */
function DayInWords({ on, province }: { readonly on: string; readonly province: 'CQ' | 'SC' }): ReactNode {
  const { t } = useTranslation(['apply', 'elements']);
  const { language } = useLanguage();
  const { today } = useMe();
  const days = useQuery(trpc.calendar.range.queryOptions({ from: addDays(today, 1), to: on, province }));
  const counted = days.data && workingDays(days.data);
  return (
    <span className="wizard-day">
      <strong>{dayWithWeekday(on, language, today)}</strong>{' '}
      {counted && t('workingDaysFromNow', { count: counted.count })}
      {counted?.provisional && ` ${t('elements:provisional')}`}
    </span>
  );
}

/** The day by which open conditions are promised to be met; tomorrow at the earliest. */
export function PromisedDay({ state }: { readonly state: WizardState }): ReactNode {
  const { t } = useTranslation('apply');
  const { today } = useMe();
  const { draft, change } = state.open;
  const promised = draft.content.conditionsMetOn;
  const error = useFieldError(state)('conditionsMetOn');
  return (
    <div className="wizard-promise">
      <label htmlFor="conditionsMetOn">{t('promisedDay')}</label>
      <DatePicker
        id="conditionsMetOn"
        format={format}
        placeholder={format}
        value={promised ? dayjs(promised) : null}
        minDate={dayjs(addDays(today, 1))}
        status={error ? 'error' : ''}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'conditionsMetOn-error' : undefined}
        onChange={(day) => change({ conditionsMetOn: day ? day.format(format) : undefined })}
      />
      {promised && promised > today && <DayInWords on={promised} province={draft.item.province} />}
      {error && (
        <p id="conditionsMetOn-error" className="error-text">
          {error}
        </p>
      )}
    </div>
  );
}
