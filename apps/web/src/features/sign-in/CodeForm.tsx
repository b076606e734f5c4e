import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../../elements/Answer.tsx';
import { Button } from '../../elements/Button.tsx';
import { nothingTyped, SignInFields } from './SignInFields.tsx';
import { SignInErrors } from './SignInErrors.tsx';

/** The code of whoever has a second factor here, after the identity provider said who they are. */
export function CodeForm(props: {
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onCode: (code: string) => void;
  readonly onLeave: () => void;
}): ReactNode {
  const { t } = useTranslation('sign-in');
  const { isPending, error, onCode, onLeave } = props;
  const [typed, setTyped] = useState(nothingTyped);
  const [isAsked, setAsked] = useState(false);
  const isMissing = typed.code.trim() === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (!isMissing && !isPending) onCode(typed.code);
  };
  return (
    <div className="sign-in">
      <Answer sentence={t('codeSentence')}>{t('codeAfterProvider')}</Answer>
      <form onSubmit={submit} noValidate>
        <SignInFields {...{ typed, setTyped, isCode: true, isMissing: isAsked && isMissing }} />
        <SignInErrors error={error} />
        <Button look="solid" type="submit" aria-busy={isPending}>
          {isPending ? t('signingIn') : t('signIn')}
        </Button>
        <Button look="text" onClick={onLeave}>
          {t('toSignIn')}
        </Button>
      </form>
      <p className="sign-in-note">{t('codeLost')}</p>
    </div>
  );
}
