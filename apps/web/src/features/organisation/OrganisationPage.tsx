import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { Answer } from '../../elements/Answer.tsx';
import { Button } from '../../elements/Button.tsx';
import { Empty } from '../../elements/states/Empty.tsx';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { useText } from '../../locales/index.ts';
import { AddPersonDialog } from './AddPersonDialog.tsx';
import { AddUnitDialog } from './AddUnitDialog.tsx';
import { inTreeOrder } from './in-tree-order.ts';
import { Pages } from './Pages.tsx';
import { PersonDrawer } from './PersonDrawer.tsx';
import { UnitDialog } from './UnitDialog.tsx';
import { UnitSection } from './UnitSection.tsx';
import { Unowned } from './Unowned.tsx';
import type { Tree, Unit } from './views.ts';
import './organisation.css';

/** What is open over the page. */
type Open =
  | { readonly what: 'addPerson' | 'addUnit' }
  | { readonly what: 'person'; readonly personId: string }
  | { readonly what: 'unit'; readonly unit: Unit };

function useSentence(tree: Tree | undefined): string {
  const { t } = useTranslation('organisation');
  const text = useText();
  if (!tree) return t('organisation');
  const present = tree.units.filter(({ successor }) => successor === null);
  const people = new Set(
    present.flatMap((unit) => unit.people.filter(({ isHeld }) => isHeld).map((one) => one.personId)),
  );
  return t('sentence', { bureau: text(tree.bureau), units: present.length, people: people.size });
}

function Over({ open, units, onClose }: { open: Open; units: readonly Unit[]; onClose: () => void }): ReactNode {
  const present = units.filter(({ until }) => until === null);
  switch (open.what) {
    case 'addPerson':
      return <AddPersonDialog units={present} onClose={onClose} />;
    case 'addUnit':
      return <AddUnitDialog units={present} onClose={onClose} />;
    case 'person':
      return <PersonDrawer personId={open.personId} units={present} onClose={onClose} />;
    case 'unit':
      return <UnitDialog unit={open.unit} units={units} onClose={onClose} />;
  }
}

/** 机构与人员: the bureau's units with their people, and everything that is changed about them. */
export default function OrganisationPage(): ReactNode {
  const { t } = useTranslation('organisation');
  const { data, error, isPending, refetch } = useQuery(trpc.organisation.tree.queryOptions());
  const [open, setOpen] = useState<Open | null>(null);
  return (
    <>
      <Answer sentence={useSentence(data)}>{t('note')}</Answer>
      <Pages />
      {isPending && <Loading rows={10} />}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && (
        <>
          <p className="organisation-acts">
            <Button look="solid" onClick={() => setOpen({ what: 'addPerson' })}>
              {t('addPerson')}
            </Button>
            <Button onClick={() => setOpen({ what: 'addUnit' })}>{t('addUnit')}</Button>
          </p>
          <Unowned />
          {data.units.length === 0 && <Empty sentence={t('emptyUnits')} />}
          {inTreeOrder(data.units).map(({ unit, depth }) => (
            <UnitSection
              key={unit.unitId}
              {...{ unit, depth }}
              onPerson={(personId) => setOpen({ what: 'person', personId })}
              onUnit={(chosen) => setOpen({ what: 'unit', unit: chosen })}
            />
          ))}
        </>
      )}
      {open && data && <Over open={open} units={data.units} onClose={() => setOpen(null)} />}
    </>
  );
}
