import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { useMe } from '../../app/session.tsx';
import { useText } from '../../locales/index.ts';
import { ActDialog } from './ActDialog.tsx';
import { ActForm } from './ActForm.tsx';
import { GivenPasswordNote } from './GivenPasswordNote.tsx';
import type { GivenPassword, Unit } from './views.ts';
import { orNull, unitRoleOf, useRoleChoices } from './words.ts';

/** A new colleague: name, account and a first post; the answer is the one-time password. */
export function AddPersonDialog({
  units,
  onClose,
}: {
  readonly units: readonly Unit[];
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('organisation');
  const text = useText();
  const { today } = useMe();
  const roleChoices = useRoleChoices();
  const [given, setGiven] = useState<GivenPassword | null>(null);
  const unitChoices = units.map(({ unitId, name }) => ({ value: unitId, title: text(name) }));
  return (
    <ActDialog title={t('addPerson')} onClose={onClose}>
      {(close) =>
        given ? (
          <GivenPasswordNote given={given} onSeen={close} />
        ) : (
          <ActForm
            fields={[
              { name: 'name', label: t('name'), kind: 'text' },
              { name: 'user', label: t('user'), kind: 'text', hint: t('userHint') },
              { name: 'unitId', label: t('unit'), kind: 'choice', choices: unitChoices },
              { name: 'role', label: t('role'), kind: 'choice', choices: roleChoices },
              { name: 'since', label: t('since'), kind: 'day', initial: today },
              { name: 'until', label: t('until'), kind: 'day', optional: true },
            ]}
            submit={t('add')}
            send={({ name, user, unitId, role, since, until }) =>
              client.organisation.addPerson.mutate({
                ...{ name, user: user.trim() },
                grant: { place: { kind: 'unit', unitId, role: unitRoleOf(role) }, since, until: orNull(until) },
              })
            }
            onDone={setGiven}
            onLeave={close}
          />
        )
      }
    </ActDialog>
  );
}
