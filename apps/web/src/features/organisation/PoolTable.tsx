import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../elements/Button.tsx';
import { useMe } from '../../app/session.tsx';
import { HappenedAt } from '../../elements/HappenedAt.tsx';
import { CardTable } from '../../elements/CardTable.tsx';
import '../../elements/mark.css';
import { useText } from '../../locales/index.ts';
import type { Member, Qualification } from './views.ts';
import { useDays } from './words.ts';

/** What a certificate said before, by whom it was changed and why; folded away. */
function History({ qualification }: { readonly qualification: Qualification }): ReactNode {
  const { t } = useTranslation('organisation');
  const days = useDays();
  const { today } = useMe();
  if (qualification.changes.length === 0) return null;
  return (
    <details className="second-line">
      <summary>{t('qualificationHistory', { count: qualification.changes.length })}</summary>
      <ul>
        {qualification.changes.map(({ kind, at, by, reason, before }) => (
          <li key={at}>
            <HappenedAt at={at} today={today} /> {by} {t(kind === 'end' ? 'endQualification' : 'correctQualification')}
            {t('colon')}
            {reason}
            <span className="second-line">
              {t('qualificationBefore')} {before.kind} {before.level} {before.certificateNumber}{' '}
              {days({ since: before.validFrom, until: before.validTo })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface QualificationsProps {
  readonly member: Member;
  readonly onCorrect: (qualification: Qualification) => void;
  readonly onEnd: (qualification: Qualification) => void;
}

function Qualifications({ member, onCorrect, onEnd }: QualificationsProps): ReactNode {
  const { t } = useTranslation('organisation');
  const days = useDays();
  if (member.qualifications.length === 0) return t('noQualification');
  return (
    <ul>
      {member.qualifications.map((qualification) => {
        const { qualificationId, kind, level, certificateNumber, validFrom, validTo, isValid } = qualification;
        const named = { name: member.name, certificate: certificateNumber };
        return (
          <li key={qualificationId}>
            {kind} {level} {!isValid && <span className="mark">{t('notValid')}</span>}
            <span className="second-line">
              {certificateNumber} {days({ since: validFrom, until: validTo })}
            </span>
            {member.isPresent && (
              <span className="organisation-acts">
                <Button
                  small
                  look="text"
                  aria-label={t('correctNamed', named)}
                  onClick={() => onCorrect(qualification)}
                >
                  {t('correctQualification')}
                </Button>
                {isValid && (
                  <Button small look="text" aria-label={t('endNamed', named)} onClick={() => onEnd(qualification)}>
                    {t('endQualification')}
                  </Button>
                )}
              </span>
            )}
            <History qualification={qualification} />
          </li>
        );
      })}
    </ul>
  );
}

/** Everybody who is or was in a pool. */
export function PoolTable(props: {
  readonly members: readonly Member[];
  readonly onLeave: (member: Member) => void;
  readonly onQualify: (member: Member) => void;
  readonly onCorrect: (member: Member, qualification: Qualification) => void;
  readonly onEnd: (member: Member, qualification: Qualification) => void;
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
            <Qualifications
              member={member}
              onCorrect={(qualification) => props.onCorrect(member, qualification)}
              onEnd={(qualification) => props.onEnd(member, qualification)}
            />
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
