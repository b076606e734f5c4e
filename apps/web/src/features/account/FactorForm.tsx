import { useMutation } from '@tanstack/react-query';
import { QRCodeSVG } from 'qrcode.react';
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { Button } from '../../elements/Button.tsx';
import { ErrorText } from '../../elements/ErrorText.tsx';

/** What is shown to the authenticator app. */
export interface Offered {
  readonly secret: string;
  readonly address: string;
}

/** What was set up: codes to be kept, and how many other sessions ended. */
export interface SetUp {
  readonly recoveryCodes: readonly string[];
  readonly endedSessions: number;
}

/** In groups of four, as it is read and typed. */
const grouped = (secret: string): string => (secret.match(/.{1,4}/g) ?? []).join(' ');

/** The secret as picture and as text. Dark on light in both appearances, because scanners expect it. */
function Picture({ offered }: { readonly offered: Offered }): ReactNode {
  const { t } = useTranslation('account');
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that was pressed is gone; the reader goes on from here.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        {t('stepScan')}
      </h3>
      <p>{t('stepScanMeans')}</p>
      <div className="factor-offer">
        <QRCodeSVG
          value={offered.address}
          title={t('picture')}
          role="img"
          size={176}
          marginSize={4}
          bgColor="#ffffff"
          fgColor="#000000"
        />
        <p>
          <span className="second-line">{t('secret')}</span>
          <code className="factor-secret">{grouped(offered.secret)}</code>
        </p>
      </div>
    </>
  );
}

/** Shows a secret to the authenticator app and asks for the code that proves that the app has it. */
export function FactorForm(props: {
  readonly offered: Offered;
  readonly onSetUp: (setUp: SetUp) => void;
  readonly onCancel?: () => void;
}): ReactNode {
  const { offered, onSetUp, onCancel } = props;
  const { t } = useTranslation('account');
  const [code, setCode] = useState('');
  const [isAsked, setAsked] = useState(false);
  const missing = useId();
  const confirm = useMutation(trpc.session.setUpFactor.mutationOptions({ onSuccess: onSetUp }));
  const isIncomplete = !/^\d{6}$/.test(code.replace(/\s/g, ''));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (!isIncomplete && !confirm.isPending) confirm.mutate({ code });
  };
  return (
    <form className="factor-form" onSubmit={submit} noValidate>
      <Picture offered={offered} />
      <h3>{t('stepCode')}</h3>
      <label className="field">
        <span>{t('code')}</span>
        <input
          className="input"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          aria-describedby={isAsked && isIncomplete ? missing : undefined}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </label>
      {isAsked && isIncomplete && (
        <p id={missing} className="error-text" role="alert">
          {t('codeMissing')}
        </p>
      )}
      {!(isAsked && isIncomplete) && <ErrorText error={confirm.error} />}
      <p className="factor-acts">
        <Button look="solid" type="submit" aria-busy={confirm.isPending}>
          {confirm.isPending ? t('confirming') : t('confirm')}
        </Button>
        {onCancel && <Button onClick={onCancel}>{t('cancel')}</Button>}
      </p>
    </form>
  );
}
