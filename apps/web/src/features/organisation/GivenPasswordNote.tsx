import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../elements/Button.tsx';
import type { GivenPassword } from './views.ts';

/** The one-time password, shown once: whoever closes this does not find it again. */
export function GivenPasswordNote({
  given,
  onSeen,
}: {
  readonly given: GivenPassword;
  readonly onSeen: () => void;
}): ReactNode {
  const { t } = useTranslation('organisation');
  return (
    <div role="status">
      <p>{t('givenOnce')}</p>
      <dl className="organisation-facts">
        <dt>{t('user')}</dt>
        <dd>
          <code>{given.user}</code>
        </dd>
        <dt>{t('oneTimePassword')}</dt>
        <dd>
          <code className="organisation-password">{given.password}</code>
        </dd>
      </dl>
      <p className="organisation-note">{t('givenHours', { count: given.validHours })}</p>
      <p className="organisation-acts">
        <Button look="solid" onClick={onSeen}>
          {t('handedOver')}
        </Button>
      </p>
    </div>
  );
}
