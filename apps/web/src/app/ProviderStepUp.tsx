import { useMutation } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.tsx';
import { ErrorText } from '../elements/ErrorText.tsx';
import { trpc } from './api.ts';
import { onProven as hearProven } from './proven-elsewhere.ts';

/** Proves at the identity provider, in a window of its own: what is written on the page stays as it is. */
export function ProviderStepUp(props: {
  readonly minutes: number;
  readonly title: string;
  readonly onProven: () => void;
  readonly onLeave: () => void;
}): ReactNode {
  const { minutes, title, onProven, onLeave } = props;
  const { t } = useTranslation('frame');
  const begin = useMutation(
    trpc.session.beginStepUp.mutationOptions({
      onSuccess: ({ address }) => void window.open(address, '_blank', 'popup,width=560,height=720'),
    }),
  );
  useEffect(() => hearProven(onProven), [onProven]);
  return (
    <>
      <h2 id={title}>{t('stepUp')}</h2>
      <p className="second-line">
        {t('stepUpMeans', { minutes })} {t('stepUpProviderHint')}
      </p>
      <ErrorText error={begin.error} />
      {begin.isSuccess && <p role="status">{t('stepUpProviderOpen')}</p>}
      <p className="panel-acts">
        <Button onClick={onLeave}>{t('stepUpLeave')}</Button>
        {begin.isSuccess && <Button onClick={onProven}>{t('stepUpProviderDone')}</Button>}
        <Button look="solid" autoFocus onClick={() => begin.mutate()} aria-busy={begin.isPending}>
          {t('stepUpProvider')}
        </Button>
      </p>
    </>
  );
}
