import { dutyRoles } from '@lianban/domain/role';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client, trpc } from '../../app/api.ts';
import { useMe } from '../../app/session.tsx';
import { Button } from '../../elements/Button.tsx';
import { useText } from '../../locales/index.ts';
import { ActDialog } from './ActDialog.tsx';
import { ActForm } from './ActForm.tsx';
import type { Unit } from './views.ts';
import { dutyRoleOf, orNull, useRoleChoices } from './words.ts';

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
  const text = useText();
  const choices = useRoleChoices(dutyRoles);
  const { post } = useMe();
  const { data } = useQuery(trpc.catalogue.items.queryOptions({ province: post.province }));
  const items = (data ?? []).map(({ code, title }) => ({ value: code, title: text(title) }));
  return (
    <ActForm
      note={t('assignNote')}
      fields={[
        { name: 'role', label: t('role'), kind: 'choice', choices },
        { name: 'item', label: t('item'), kind: 'choice', choices: items, optional: true, hint: t('itemHint') },
      ]}
      submit={t('assign')}
      send={({ role, item }) =>
        client.organisation.assignRole.mutate({ unitId: unit.unitId, role: dutyRoleOf(role), item: orNull(item) })
      }
      onDone={close}
      onLeave={close}
    />
  );
}

function End({ unit, close }: FormProps): ReactNode {
  const { t } = useTranslation('organisation');
  return (
    <ActForm
      note={t('endUnitNote')}
      fields={[{ name: 'reason', label: t('reason'), kind: 'reason' }]}
      submit={t('endUnit')}
      look="danger"
      send={({ reason }) => client.organisation.endUnit.mutate({ unitId: unit.unitId, reason })}
      onDone={close}
      onLeave={close}
    />
  );
}

const acts = ['renameUnit', 'assign', 'succeed', 'endUnit'] as const;

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
          {act === 'endUnit' && <End unit={unit} close={close} />}
          {act === 'succeed' && <Succeed unit={unit} units={units} close={close} />}
        </>
      )}
    </ActDialog>
  );
}
