import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { useMe } from '../../app/session.tsx';
import { Button } from '../../elements/Button.tsx';
import { useText } from '../../locales/index.ts';
import { ActDialog } from './ActDialog.tsx';
import { ActForm } from './ActForm.tsx';
import type { Unit } from './views.ts';
import { orNull, unitRoleOf, useRoleChoices } from './words.ts';

interface FormProps {
  readonly unit: Unit;
  readonly close: () => void;
}

function Rename({ unit, close }: FormProps): ReactNode {
  const { t } = useTranslation('organisation');
  return (
    <ActForm
      note={t('renameUnitNote')}
      fields={[
        { name: 'nameZh', label: t('nameZh'), kind: 'text', initial: unit.name.zh },
        { name: 'nameEn', label: t('nameEn'), kind: 'text', initial: unit.name.en, maxLength: 100 },
        { name: 'phone', label: t('phone'), kind: 'text', initial: unit.phone ?? '', optional: true, maxLength: 30 },
        { name: 'reason', label: t('reason'), kind: 'reason' },
      ]}
      submit={t('save')}
      send={({ phone, ...names }) =>
        client.organisation.renameUnit.mutate({ unitId: unit.unitId, ...names, phone: orNull(phone) })
      }
      onDone={close}
      onLeave={close}
    />
  );
}

function Succeed({ unit, units, close }: FormProps & { readonly units: readonly Unit[] }): ReactNode {
  const { t } = useTranslation('organisation');
  const text = useText();
  const { today } = useMe();
  const choices = units
    .filter(({ unitId, until }) => unitId !== unit.unitId && until === null)
    .map(({ unitId, name }) => ({ value: unitId, title: text(name) }));
  return (
    <ActForm
      note={t('succeedNote')}
      fields={[
        { name: 'successorId', label: t('successor'), kind: 'choice', choices },
        { name: 'from', label: t('from'), kind: 'day', initial: today },
        { name: 'reason', label: t('reason'), kind: 'reason' },
      ]}
      submit={t('succeed')}
      look="danger"
      send={(values) => client.organisation.succeedUnit.mutate({ unitId: unit.unitId, ...values })}
      onDone={close}
      onLeave={close}
    />
  );
}

function Assign({ unit, close }: FormProps): ReactNode {
  const { t } = useTranslation('organisation');
  const choices = useRoleChoices();
  return (
    <ActForm
      note={t('assignNote')}
      fields={[{ name: 'role', label: t('role'), kind: 'choice', choices }]}
      submit={t('assign')}
      send={({ role }) =>
        client.organisation.assignRole.mutate({ unitId: unit.unitId, role: unitRoleOf(role), item: null })
      }
      onDone={close}
      onLeave={close}
    />
  );
}

const acts = ['renameUnit', 'assign', 'succeed'] as const;

/** What can be done about a unit, one act at a time. */
export function UnitDialog(props: {
  readonly unit: Unit;
  readonly units: readonly Unit[];
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('organisation');
  const text = useText();
  const [act, setAct] = useState<(typeof acts)[number]>('renameUnit');
  const { unit, units, onClose } = props;
  return (
    <ActDialog title={text(unit.name)} onClose={onClose}>
      {(close) => (
        <>
          <p className="organisation-acts">
            {acts.map((name) => (
              <Button key={name} small aria-pressed={name === act} onClick={() => setAct(name)}>
                {t(name)}
              </Button>
            ))}
          </p>
          {act === 'renameUnit' && <Rename unit={unit} close={close} />}
          {act === 'assign' && <Assign unit={unit} close={close} />}
          {act === 'succeed' && <Succeed unit={unit} units={units} close={close} />}
        </>
      )}
    </ActDialog>
  );
}
