import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../../elements/Answer.tsx';
import { LeaveButton } from './LeaveButton.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { useGoOn } from './use-go-on.ts';

/** For a password that was given or is too old: nothing else can be done before it has been changed. */
export default function FirstPasswordPage(): ReactNode {
  const { t } = useTranslation('account');
  const goOn = useGoOn();
  return (
    <div className="first-password">
      <Answer sentence={t('firstSentence')}>{t('firstSecond')}</Answer>
      <PasswordForm onChanged={() => void goOn()} />
      <LeaveButton />
    </div>
  );
}
