import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { Button } from '../../elements/Button.tsx';
import { ErrorText } from '../../elements/ErrorText.tsx';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { useText } from '../../locales/index.ts';
import { Reason } from './Reason.tsx';
import { useProposing } from './use-proposing.ts';

/** 个案适用新规则: one case takes over the row in force today, where that is the more favourable to the applicant. */
export function CaseRuleForm(): ReactNode {
  const { t } = useTranslation('calendar');
  const text = useText();
  const { data, error: failure, isPending, refetch } = useQuery(trpc.admin.rules.queryOptions());
  const [caseNumber, setCaseNumber] = useState('');
  const [key, setKey] = useState('');
  const [reason, setReason] = useState('');
  const { send, pending, error } = useProposing();
  if (isPending) return <Loading rows={4} />;
  if (!data) return <ErrorState error={failure} onRetry={() => void refetch()} />;
  const titles = new Map(data.map((row) => [row.key, row.title]));
  const ready = caseNumber.trim() !== '' && key !== '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready) send({ reason, change: { kind: 'caseRule', caseNumber, key } });
  };
  return (
    <form className="calendar-form" onSubmit={submit}>
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
      <label className="field">
        <span>{t('rule')}</span>
        <select className="input" value={key} onChange={(event) => setKey(event.target.value)}>
          <option value="">{t('chooseRule')}</option>
          {[...titles].map(([name, title]) => (
            <option key={name} value={name}>
              {text(title)}
            </option>
          ))}
        </select>
      </label>
      <p className="second-line">{t('caseRuleHint')}</p>
      <Reason label={t('reason')} hint={t('reasonHint')} value={reason} onChange={setReason} />
      <ErrorText error={error} />
      <p className="calendar-acts">
        <Button type="submit" look="solid" unavailable={!ready} aria-busy={pending}>
          {t('preview')}
        </Button>
        <span className="second-line">{t(pending ? 'previewing' : ready ? 'previewHint' : 'ruleNotYet')}</span>
      </p>
    </form>
  );
}
