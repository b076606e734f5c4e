import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { useMe } from '../../app/session.tsx';
import { useText } from '../../locales/index.ts';
import { ActDialog } from './ActDialog.tsx';
import { ActForm } from './ActForm.tsx';
import type { Unit } from './views.ts';
import { orNull } from './words.ts';

/** A new unit of the bureau, directly under it or under another unit. */
export function AddUnitDialog({
  units,
  onClose,
}: {
  readonly units: readonly Unit[];
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('organisation');
  const text = useText();
  const { today } = useMe();
  const choices = units.map(({ unitId, name }) => ({ value: unitId, title: text(name) }));
  return (
    <ActDialog title={t('addUnit')} onClose={onClose}>
      {(close) => (
        <ActForm
          fields={[
            { name: 'nameZh', label: t('nameZh'), kind: 'text' },
            { name: 'nameEn', label: t('nameEn'), kind: 'text', maxLength: 100 },
            { name: 'parentId', label: t('parent'), kind: 'choice', choices, optional: true },
            { name: 'phone', label: t('phone'), kind: 'text', optional: true, maxLength: 30 },
            { name: 'since', label: t('since'), kind: 'day', initial: today },
          ]}
          submit={t('add')}
          send={({ parentId, phone, ...unit }) =>
            client.organisation.addUnit.mutate({ ...unit, parentId: orNull(parentId), phone: orNull(phone) })
          }
          onDone={close}
          onLeave={close}
        />
      )}
    </ActDialog>
  );
}
