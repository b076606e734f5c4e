import { useMutation } from '@tanstack/react-query';
import { useCallback, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.tsx';
import { Dialog } from '../elements/Dialog.tsx';
import { ErrorText } from '../elements/ErrorText.tsx';
import { trpc } from './api.ts';
import { ProviderStepUp } from './ProviderStepUp.tsx';
import type { StepUpDemand, StepUpQuestion } from './step-up.ts';
import './step-up.css';

function StepUpForm(props: {
  readonly demand: StepUpDemand;
  readonly title: string;
  readonly onProven: () => void;
  readonly onLeave: () => void;
}): ReactNode {
  const { demand, title, onProven, onLeave } = props;
  const { t } = useTranslation('frame');
  const [typed, setTyped] = useState('');
  const [isAsked, setAsked] = useState(false);
  const hint = useId();
  const proving = useMutation(
    trpc.session.stepUp.mutationOptions({ onSuccess: onProven, onError: () => setTyped('') }),
  );
  const isMissing = typed.trim() === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (!isMissing && !proving.isPending) proving.mutate({ typed });
  };
  const byCode = demand.by === 'code';
  return (
    <form onSubmit={submit} noValidate>
      <h2 id={title}>{t('stepUp')}</h2>
      <p id={hint} className="second-line">
        {t('stepUpMeans', { minutes: demand.minutes })} {byCode && t('stepUpHint')}
      </p>
      <label className="field">
        <span>{t(byCode ? 'stepUpCode' : 'stepUpPassword')}</span>
        <input
          className="input"
          type={byCode ? 'text' : 'password'}
          autoComplete={byCode ? 'one-time-code' : 'current-password'}
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          required
          aria-describedby={hint}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      {isAsked && isMissing && !proving.error && (
        <p className="error-text" role="alert">
          {t('stepUpMissing')}
        </p>
      )}
      <ErrorText error={proving.error} />
      <p className="panel-acts">
        <Button onClick={onLeave}>{t('stepUpLeave')}</Button>
        <Button look="solid" type="submit" aria-busy={proving.isPending}>
          {t(proving.isPending ? 'stepUpGoing' : 'stepUpGo')}
        </Button>
      </p>
    </form>
  );
}

interface AskedProps {
  readonly question: StepUpQuestion;
  readonly title: string;
  readonly onProven: () => void;
  readonly close: () => void;
}

/** What is asked for, as the session asks for it. */
function Asked({ question, title, onProven, close }: AskedProps): ReactNode {
  const proven = useCallback(() => {
    onProven();
    close();
  }, [onProven, close]);
  const shared = { title, onProven: proven, onLeave: close };
  if (question.by === 'provider') return <ProviderStepUp minutes={question.minutes} {...shared} />;
  return <StepUpForm demand={question} {...shared} />;
}

/** 再次验证身份: asks for the password, a code or a proof at the identity provider; what was to be done goes on by itself afterwards. */
export default function StepUpDialog({ question }: { readonly question: StepUpQuestion }): ReactNode {
  const title = useId();
  const isProven = useRef(false);
  const onProven = useCallback(() => {
    isProven.current = true;
  }, []);
  return (
    <Dialog labelledBy={title} className="step-up" onClose={() => question.settle(isProven.current)}>
      {(close) => <Asked {...{ question, title, onProven, close }} />}
    </Dialog>
  );
}
