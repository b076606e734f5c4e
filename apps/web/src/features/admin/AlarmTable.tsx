import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CardTable } from '../../elements/CardTable.tsx';
import { HappenedAt } from '../../elements/HappenedAt.tsx';
import { useMe } from '../../app/session.tsx';
import { useText } from '../../locales/index.ts';
import type { AlarmRow } from './alarms.ts';

function Alarm({ alarm, resolved }: { readonly alarm: AlarmRow; readonly resolved: boolean }): ReactNode {
  const { t } = useTranslation('admin');
  const text = useText();
  const { today } = useMe();
  return (
    <tr role="row">
      <td role="cell" data-label={t('since')}>
        <HappenedAt at={alarm.at} today={today} />
      </td>
      <td role="cell" data-label={t('which')}>
        {alarm.caseId ? (
          <Link to="/cases/$caseId" params={{ caseId: alarm.caseId }} className="row-link">
            {alarm.caseNumber ?? alarm.caseId}
          </Link>
        ) : (
          t('noCase')
        )}
      </td>
      <td role="cell" data-label={t('what')}>
        {text(alarm.what)}
      </td>
      <td role="cell" data-label={t('kind')}>
        <code>{alarm.kind}</code>
      </td>
      {resolved && (
        <td role="cell" data-label={t('resolved')}>
          {alarm.resolvedAt && <HappenedAt at={alarm.resolvedAt} today={today} />}
        </td>
      )}
    </tr>
  );
}

/** Alarms with what happened and on which case; `resolved` adds when they ended. */
export function AlarmTable(props: {
  readonly alarms: readonly AlarmRow[];
  readonly caption: string;
  readonly resolved?: boolean;
}): ReactNode {
  const { alarms, caption, resolved = false } = props;
  const { t } = useTranslation('admin');
  const heads = [t('since'), t('which'), t('what'), t('kind'), ...(resolved ? [t('resolved')] : [])];
  return (
    <CardTable className="alarm-table" caption={caption} heads={heads}>
      {alarms.map((alarm) => (
        <Alarm key={alarm.id} alarm={alarm} resolved={resolved} />
      ))}
    </CardTable>
  );
}
