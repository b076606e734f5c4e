import { roles } from '@lianban/domain/role';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../elements/Button.tsx';
import { CardTable } from '../../elements/CardTable.tsx';
import '../../elements/mark.css';
import { useText } from '../../locales/index.ts';
import type { Unit } from './views.ts';
import { useDays } from './words.ts';

/** Those in a unit with their posts; a name opens the file of its person. */
export function UnitTable({
  unit,
  onOpen,
}: {
  readonly unit: Unit;
  readonly onOpen: (personId: string) => void;
}): ReactNode {
  const { t } = useTranslation('organisation');
  const text = useText();
  const days = useDays();
  const heads = [t('name'), t('role'), t('days'), t('state')];
  return (
    <CardTable className="people-table" caption={t('peopleOf', { unit: text(unit.name) })} heads={heads}>
      {unit.people.map((person) => (
        <tr key={person.postId} role="row">
          <th role="rowheader" scope="row">
            <Button look="text" small className="organisation-name" onClick={() => onOpen(person.personId)}>
              {person.name}
            </Button>
          </th>
          <td role="cell" data-label={t('role')}>
            {text(roles[person.role])}
          </td>
          <td role="cell" data-label={t('days')}>
            {days(person)}
          </td>
          <td role="cell" data-label={t('state')}>
            {person.isHeld ? t('acting') : <span className="mark">{t(person.isDisabled ? 'disabled' : 'notYet')}</span>}
          </td>
        </tr>
      ))}
    </CardTable>
  );
}
