import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CardTable } from '../../elements/CardTable.tsx';
import { useMe } from '../../app/session.tsx';
import { fullInstant, whenHappened } from '../../elements/dates.ts';
import { useLanguage, useText } from '../../locales/index.ts';
import type { AlarmRow } from './alarms.ts';

function When({ at }: { readonly at: string }): ReactNode {
  const { language } = useLanguage();
  const { today } = useMe();
  return (
    <time dateTime={at} title={fullInstant(at, language)}>
      {whenHappened(at, today, language)}
    </time>
  );
}

function Alarm({ alarm, resolved }: { readonly alarm: AlarmRow; readonly resolved: boolean }): ReactNode {
  const { t } = useTranslation('admin');
  const text = useText();
  return (
    <tr role="row">
      <td role="cell" data-label={t('since')}>
        <When at={alarm.at} />
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
          {alarm.resolvedAt && <When at={alarm.resolvedAt} />}
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
