import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { useText } from '../../locales/index.ts';
import { ProposalForm } from './ProposalForm.tsx';
import { RuleSelect } from './RuleSelect.tsx';

/** 个案适用新规则: one case takes over the row in force today, where that is the more favourable to the applicant. */
export function CaseRuleForm(): ReactNode {
  const { t } = useTranslation('calendar');
  const text = useText();
  const { data, error, isPending, refetch } = useQuery(trpc.admin.rules.queryOptions());
  const [caseNumber, setCaseNumber] = useState('');
  const [key, setKey] = useState('');
  if (isPending) return <Loading rows={4} />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const ready = caseNumber.trim() !== '' && key !== '';
  return (
    <ProposalForm change={ready ? { kind: 'caseRule', caseNumber, key } : null} missing={t('ruleNotYet')}>
      <label className="field">
        <span>{t('caseNumber')}</span>
        <input
          className="input"
          maxLength={60}
          required
          value={caseNumber}
          onChange={(event) => setCaseNumber(event.target.value)}
        />
      </label>
      <RuleSelect
        rows={data}
        valueOf={(row) => row.key}
        nameOf={({ title }) => text(title)}
        chosen={key}
        onChoose={setKey}
      />
      <p className="second-line">{t('caseRuleHint')}</p>
    </ProposalForm>
  );
}
