import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../../elements/Answer.tsx';
import { CaseRuleForm } from './CaseRuleForm.tsx';
import { ClosuresForm } from './ClosuresForm.tsx';
import { RuleForm } from './RuleForm.tsx';
import { YearFileForm } from './YearFileForm.tsx';
import './calendar.css';

const forms = { year: YearFileForm, closures: ClosuresForm, rule: RuleForm, caseRule: CaseRuleForm } as const;

/** 提出修订: of the calendar or of a rule; what it does is seen before anybody decides. */
export default function ProposePage(): ReactNode {
  const { t } = useTranslation('calendar');
  const { kind = 'year' } = useSearch({ from: '/frame/admin/calendar/new' });
  const Form = forms[kind];
  return (
    <>
      <Answer sentence={t(`propose_${kind}`)}>{t('proposeNote')}</Answer>
      <p className="calendar-back">
        <Link to="/admin/calendar" className="link">
          {t('back')}
        </Link>
      </p>
      <Form />
    </>
  );
}
