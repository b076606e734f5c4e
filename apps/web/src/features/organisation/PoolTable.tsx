import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../elements/Button.tsx';
import { CardTable } from '../../elements/CardTable.tsx';
import '../../elements/mark.css';
import { useText } from '../../locales/index.ts';
import type { Member } from './views.ts';
import { useDays } from './words.ts';

function Qualifications({ member }: { readonly member: Member }): ReactNode {
  const { t } = useTranslation('organisation');
  const days = useDays();
  if (member.qualifications.length === 0) return t('noQualification');
  return (
    <ul>
      {member.qualifications.map(({ kind, level, certificateNumber, validFrom, validTo, isValid }) => (
        <li key={`${certificateNumber} ${validFrom}`}>
          {kind} {level} {!isValid && <span className="mark">{t('notValid')}</span>}
          <span className="second-line">
            {certificateNumber} {days({ since: validFrom, until: validTo })}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Everybody who is or was in a pool. */
export function PoolTable(props: {
  readonly members: readonly Member[];
  readonly onLeave: (member: Member) => void;
  readonly onQualify: (member: Member) => void;
}): ReactNode {
  const { t } = useTranslation('organisation');
  const text = useText();
  const days = useDays();
  const heads = [t('name'), t('district'), t('days'), t('qualifications'), t('act')];
  return (
    <CardTable className="pool-table" caption={t('poolCaption')} heads={heads}>
      {props.members.map((member) => (
        <tr key={member.memberId} role="row">
          <th role="rowheader" scope="row">
            {member.name}
          </th>
          <td role="cell" data-label={t('district')}>
            {member.district === null ? t('none') : text(member.district)}
          </td>
          <td role="cell" data-label={t('days')}>
            <span>
              {days(member)} {!member.isPresent && <span className="mark">{t('hasLeft')}</span>}
            </span>
          </td>
          <td role="cell" data-label={t('qualifications')}>
            <Qualifications member={member} />
          </td>
          <td role="cell">
            {member.isPresent && (
              <span className="organisation-acts">
                <Button
                  small
                  onClick={() => props.onQualify(member)}
                  aria-label={t('qualifyNamed', { name: member.name })}
                >
                  {t('qualify')}
                </Button>
                <Button small onClick={() => props.onLeave(member)} aria-label={t('leaveNamed', { name: member.name })}>
                  {t('leavePool')}
                </Button>
              </span>
            )}
          </td>
        </tr>
      ))}
    </CardTable>
  );
}
