import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { Answer } from '../../elements/Answer.tsx';
import { Button } from '../../elements/Button.tsx';
import { ErrorText } from '../../elements/ErrorText.tsx';
import { FactorForm, type SetUp } from './FactorForm.tsx';
import { LeaveButton } from './LeaveButton.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { useGoOn } from './use-go-on.ts';
import './account.css';

/** For somebody whose post asks for a second factor: nothing else can be done before it has been set up. */
export default function FirstFactorPage(): ReactNode {
  const { t } = useTranslation('account');
  const [setUp, setSetUp] = useState<SetUp | null>(null);
  const offer = useMutation(trpc.session.offerFactor.mutationOptions());
  const goOn = useGoOn();
  return (
    <div className="first-password">
      <Answer sentence={t('firstFactorSentence')}>{t('firstFactorSecond')}</Answer>
      {setUp !== null && <RecoveryCodes codes={setUp.recoveryCodes} onKept={() => void goOn()} />}
      {setUp === null && offer.data && <FactorForm offered={offer.data} onSetUp={setSetUp} />}
      {setUp === null && !offer.data && (
        <Button look="solid" onClick={() => offer.mutate()} aria-busy={offer.isPending}>
          {t('setUp')}
        </Button>
      )}
      <ErrorText error={offer.error} />
      {setUp === null && <LeaveButton />}
    </div>
  );
}
