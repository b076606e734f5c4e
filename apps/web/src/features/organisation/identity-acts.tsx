import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { ActForm } from './ActForm.tsx';
import type { PersonFile } from './views.ts';

interface IdentityProps {
  readonly file: PersonFile;
  readonly onBack: () => void;
}

/** The name that the identity provider has for somebody, as its administrators give it. */
export function LinkIdentity({ file: { personId, provider }, onBack }: IdentityProps): ReactNode {
  const { t } = useTranslation('organisation');
  return (
    <ActForm
      note={t('linkIdentityNote', { provider })}
      fields={[
        { name: 'subject', label: t('subject'), kind: 'text', hint: t('subjectHint'), maxLength: 255 },
        { name: 'reason', label: t('reason'), kind: 'reason' },
      ]}
      submit={t('linkIdentity')}
      send={(values) => client.organisation.linkIdentity.mutate({ personId, ...values })}
      onDone={onBack}
      onLeave={onBack}
    />
  );
}

/** Takes the identity away that was linked first. */
export function UnlinkIdentity({ file: { personId, identities }, onBack }: IdentityProps): ReactNode {
  const { t } = useTranslation('organisation');
  const [identity] = identities;
  return (
    <ActForm
      note={t('unlinkIdentityNote')}
      fields={[{ name: 'reason', label: t('reason'), kind: 'reason' }]}
      submit={t('unlinkIdentity')}
      look="danger"
      send={(values) =>
        client.organisation.unlinkIdentity.mutate({ personId, issuer: identity?.issuer ?? '', ...values })
      }
      onDone={onBack}
      onLeave={onBack}
    />
  );
}
