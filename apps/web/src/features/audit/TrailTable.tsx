import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useActingName } from '../../elements/acting-name.ts';
import { Button } from '../../elements/Button.tsx';
import { CardTable } from '../../elements/CardTable.tsx';
import { exactInstant } from '../../elements/dates.ts';
import '../../elements/mark.css';
import { useText } from '../../locales/index.ts';
import { RowDialog } from './RowDialog.tsx';
import type { TrailRow } from './use-trail.ts';

function Row({ row, onOpen }: { readonly row: TrailRow; readonly onOpen: () => void }): ReactNode {
  const { t } = useTranslation('audit');
  const text = useText();
  const { who } = row;
  const nameOf = useActingName();
  const at = exactInstant(row.at);
  const about = [text(row.about), text(row.rule)].filter(Boolean).join(' · ');
  return (
    <tr role="row">
      <td role="cell" data-label={t('at')}>
        <time dateTime={row.at}>{at}</time>
      </td>
      <th role="rowheader" scope="row" className="audit-what">
        {text(row.title)} {!row.isSound && <strong className="audit-unsound">{t('unsound')}</strong>}
        {about !== '' && <span className="second-line">{about}</span>}
      </th>
      <td role="cell" data-label={t('who')}>
        {who ? nameOf(who.name, who.standingInFor) : t('system')}
        {who && <span className="second-line">{[text(who.role), text(who.place)].filter(Boolean).join(' · ')}</span>}
      </td>
      <td role="cell" data-label={t('about')}>
        {row.isHidden ? t('hiddenCase') : (row.caseNumber ?? t('noCase'))}
      </td>
      <td role="cell" data-label={t('outcome')}>
        <span className={row.outcome === 'refused' ? 'mark audit-refused' : 'mark'}>{t(row.outcome)}</span>
      </td>
      <td role="cell" className="audit-open">
        <Button small onClick={onOpen} aria-label={t('openRow', { what: text(row.title), at })}>
          {t('open')}
        </Button>
      </td>
    </tr>
  );
}

/** Rows of the trail, each with its whole content behind it. */
export function TrailTable({ rows }: { readonly rows: readonly TrailRow[] }): ReactNode {
  const { t } = useTranslation('audit');
  const [opened, setOpened] = useState<TrailRow | null>(null);
  return (
    <>
      <CardTable
        className="audit-table"
        caption={t('caption')}
        heads={[t('at'), t('what'), t('who'), t('about'), t('outcome'), t('open')]}
      >
        {rows.map((row) => (
          <Row key={row.hash} row={row} onOpen={() => setOpened(row)} />
        ))}
      </CardTable>
      {opened && <RowDialog row={opened} onClose={() => setOpened(null)} />}
    </>
  );
}
