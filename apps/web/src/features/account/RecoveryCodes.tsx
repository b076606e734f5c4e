import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../elements/Button.tsx';

/** The recovery codes, shown this once; the reader goes on when they are kept. */
export function RecoveryCodes({
  codes,
  onKept,
}: {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}): ReactNode {
  const { t } = useTranslation('account');
  const title = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  // They come in place of the form that was sent; the reader goes on from here.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className="recovery-codes">
      <h3 id={title} ref={heading} tabIndex={-1}>
        {t('codesTitle')}
      </h3>
      <p>{t('codesMeans')}</p>
      <ol aria-label={t('codesList')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <Button look="solid" onClick={onKept}>
        {t('codesKept')}
      </Button>
    </div>
  );
}
