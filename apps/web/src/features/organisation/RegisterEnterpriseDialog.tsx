import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { ActDialog } from './ActDialog.tsx';
import { ActForm } from './ActForm.tsx';
import { useDistrictChoices } from './use-districts.ts';
import { orNull } from './words.ts';

/** An enterprise that is not registered yet. */
export function RegisterEnterpriseDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('organisation');
  const districts = useDistrictChoices();
  return (
    <ActDialog title={t('register')} onClose={onClose}>
      {(close) => (
        <ActForm
          fields={[
            { name: 'name', label: t('enterpriseName'), kind: 'text', maxLength: 100 },
            { name: 'creditCode', label: t('creditCode'), kind: 'text', maxLength: 18, hint: t('creditCodeHint') },
            { name: 'legalPerson', label: t('legalPerson'), kind: 'text' },
            { name: 'address', label: t('address'), kind: 'text', maxLength: 200 },
            { name: 'districtId', label: t('district'), kind: 'choice', choices: districts, optional: true },
          ]}
          submit={t('register')}
          send={({ creditCode, districtId, ...enterprise }) =>
            client.organisation.registerEnterprise.mutate({
              ...{ ...enterprise, creditCode: creditCode.trim().toUpperCase(), districtId: orNull(districtId) },
            })
          }
          onDone={close}
          onLeave={close}
        />
      )}
    </ActDialog>
  );
}
