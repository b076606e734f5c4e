import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../../elements/Answer.tsx';
import { ClosuresForm } from './ClosuresForm.tsx';
import { YearFileForm } from './YearFileForm.tsx';
import './calendar.css';

/** 提出修订: the notice of a year, or closures; what it does is seen before anybody decides. */
export default function ProposePage(): ReactNode {
  const { t } = useTranslation('calendar');
  const { kind = 'year' } = useSearch({ from: '/frame/admin/calendar/new' });
  return (
    <>
      <Answer sentence={t(kind === 'year' ? 'proposeYearTitle' : 'proposeClosuresTitle')}>{t('proposeNote')}</Answer>
      <p className="calendar-back">
        <Link to="/admin/calendar" className="link">
          {t('back')}
        </Link>
      </p>
      {kind === 'year' ? <YearFileForm /> : <ClosuresForm />}
    </>
  );
}
