import { roles } from '@lianban/domain/role';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.tsx';
import { Button } from '../../elements/Button.tsx';
import { Section } from '../../elements/Section.tsx';
import { useText } from '../../locales/index.ts';
import { UnitTable } from './UnitTable.tsx';
import type { Unit } from './views.ts';
import { useDays } from './words.ts';

/** Which roles' duties a unit holds, and how many are open. */
function useNote(unit: Unit): string {
  const { t } = useTranslation('organisation');
  const text = useText();
  const days = useDays();
  const held = unit.roles.filter(({ item }) => item === null).map(({ role }) => text(roles[role]));
  return [
    ...(unit.since === null && unit.until === null ? [] : [days(unit)]),
    ...(unit.successor === null ? [] : [t('succeededBy', { unit: text(unit.successor) })]),
    ...(held.length === 0 ? [] : [t('holds', { roles: held.join(t('comma')) })]),
    ...(unit.openDuties === 0 ? [] : [t('openDuties', { count: unit.openDuties })]),
  ].join(t('semicolon'));
}

/** A unit of the tree with those in it; one under another is set in. */
export function UnitSection(props: {
  readonly unit: Unit;
  readonly depth: number;
  readonly onPerson: (personId: string) => void;
  readonly onUnit: (unit: Unit) => void;
}): ReactNode {
  const { t } = useTranslation('organisation');
  const text = useText();
  const { unit, depth, onPerson, onUnit } = props;
  const { today } = useMe();
  const name = text(unit.name);
  return (
    <div className={depth > 0 ? 'organisation-part' : undefined}>
      <Section
        title={name}
        note={useNote(unit)}
        aside={
          unit.successor === null &&
          (unit.until === null || unit.until >= today) && (
            <Button small onClick={() => onUnit(unit)} aria-label={t('changeUnitNamed', { unit: name })}>
              {t('changeUnit')}
            </Button>
          )
        }
      >
        {unit.people.length > 0 ? (
          <UnitTable unit={unit} onOpen={onPerson} />
        ) : (
          <p className="state-note">{t('nobodyHere')}</p>
        )}
      </Section>
    </div>
  );
}
