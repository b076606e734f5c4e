import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lianbanError, trpc } from '../../app/api.ts';
import { Button } from '../../elements/Button.tsx';
import { ErrorText } from '../../elements/ErrorText.tsx';
import { useText } from '../../locales/index.ts';
import { refusalWords } from './refusal-words.ts';
import './account.css';

function Rules({ id }: { readonly id: string }): ReactNode {
  const { t } = useTranslation('account');
  const text = useText();
  const { data } = useQuery(trpc.session.passwordRules.queryOptions());
  if (!data) return null;
  return (
    <ul id={id} className="password-rules">
      <li>{t('ruleLength', { min: data.minLength, max: data.maxLength })}</li>
      {data.kinds > 1 && <li>{t('ruleKinds', { kinds: data.kinds })}</li>}
      <li>{t('ruleCommon')}</li>
      {data.termDays !== null && <li>{t('ruleTerm', { days: data.termDays })}</li>}
      <li>{t('rulePolicy', { policy: text(data.policy) })}</li>
    </ul>
  );
}

function Failed({ error }: { readonly error: unknown }): ReactNode {
  const { t } = useTranslation('account');
  const shown = lianbanError(error);
  const words = shown === null ? null : refusalWords(shown);
  return (
    <>
      <ErrorText error={error} />
      {words && <p className="error-text">{t(words.key, words.values)}</p>}
    </>
  );
}

interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly isShown: boolean;
  readonly describedBy?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function PasswordField({ label, name, isShown, describedBy, value, onChange }: FieldProps): ReactNode {
  return (
    <label className="field">
      <span>{label}</span>
      <input
        className="input"
        name={name}
        type={isShown ? 'text' : 'password'}
        autoComplete={name}
        spellCheck={false}
        autoCapitalize="none"
        required
        aria-describedby={describedBy}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

/** The present password and a new one; the rules of the installation stand beside it before anything is typed. */
export function PasswordForm({ onChanged }: { readonly onChanged: (endedSessions: number) => void }): ReactNode {
  const { t } = useTranslation('account');
  const rules = useId();
  const [present, setPresent] = useState('');
  const [next, setNext] = useState('');
  const [isShown, setShown] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const change = useMutation(
    trpc.session.changePassword.mutationOptions({
      onSuccess: ({ endedSessions }) => {
        setPresent('');
        setNext('');
        setAsked(false);
        onChanged(endedSessions);
      },
    }),
  );
  const isIncomplete = present === '' || next === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (!isIncomplete && !change.isPending) change.mutate({ present, next });
  };
  const field = { isShown };
  return (
    <form className="password-form" onSubmit={submit} noValidate>
      <PasswordField {...field} label={t('present')} name="current-password" value={present} onChange={setPresent} />
      <PasswordField
        {...field}
        label={t('next')}
        name="new-password"
        describedBy={rules}
        value={next}
        onChange={setNext}
      />
      <label className="password-shown">
        <input type="checkbox" checked={isShown} onChange={(event) => setShown(event.target.checked)} /> {t('show')}
      </label>
      <Rules id={rules} />
      {isAsked && isIncomplete && (
        <p className="error-text" role="alert">
          {t('missing')}
        </p>
      )}
      <Failed error={change.error} />
      <Button look="solid" type="submit" aria-busy={change.isPending}>
        {change.isPending ? t('changing') : t('change')}
      </Button>
    </form>
  );
}
