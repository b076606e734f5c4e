import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client, queryClient, trpc } from '../../app/api.ts';
import { useLive } from '../../app/live.tsx';
import { useMe } from '../../app/session.tsx';
import { useLanguage } from '../../locales/index.ts';
import { Button } from '../Button.tsx';
import { whenHappened } from '../dates.ts';
import { ReasonDialog } from '../ReasonDialog.tsx';

/** Lengths to choose from, in hours; the service takes none longer than the last. */
const hoursOffered = [1, 2, 4, 8, 24] as const;
const hourMs = 3_600_000;
/** Leaves the way to the service some time, so that the longest is not too long when it arrives. */
const until = (hours: number): string => new Date(Date.now() + hours * hourMs - 60_000).toISOString();

function AskDialog(props: { readonly number: string; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('elements');
  const { announce } = useLive();
  const { language } = useLanguage();
  const { today } = useMe();
  const [accessId] = useState(() => crypto.randomUUID());
  const [caseNumber, setCaseNumber] = useState(props.number);
  const [hours, setHours] = useState<number>(1);
  const ask = useMutation({
    mutationFn: (reason: string) =>
      client.emergency.ask.mutate({ accessId, caseNumber: caseNumber.trim(), reason, untilAt: until(hours) }),
    onSuccess: () => {
      announce(t('accessAsked'));
      void queryClient.invalidateQueries({ queryKey: trpc.emergency.pathKey() });
      props.onClose();
    },
  });
  return (
    <ReasonDialog
      title={t('accessAsk')}
      means={t('accessMeans')}
      submit={t('accessSend')}
      isPending={ask.isPending}
      error={ask.error}
      onReason={(reason) => ask.mutate(reason)}
      onClose={props.onClose}
    >
      <label className="field">
        <span>{t('accessNumber')}</span>
        <input
          className="input"
          maxLength={60}
          required
          autoComplete="off"
          value={caseNumber}
          onChange={(event) => setCaseNumber(event.target.value)}
        />
      </label>
      <label className="field">
        <span>{t('accessHours')}</span>
        <select className="input" value={hours} onChange={(event) => setHours(Number(event.target.value))}>
          {hoursOffered.map((one) => (
            <option key={one} value={one}>
              {t('accessFor', { count: one, until: whenHappened(until(one), today, language) })}
            </option>
          ))}
        </select>
      </label>
    </ReasonDialog>
  );
}

/** 申请紧急查阅: asks to be let into a case that one does not see. The answer is the same whether or not there is one. */
export function AskAccess({ number = '' }: { readonly number?: string }): ReactNode {
  const { t } = useTranslation('elements');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('accessAsk')}</Button>
      {isOpen && <AskDialog number={number} onClose={() => setOpen(false)} />}
    </>
  );
}
