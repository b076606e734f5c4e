import { Link, useNavigate } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useActingName } from '../../elements/acting-name.ts';
import { civilDay, dayWithWeekday, shortDay } from '../../elements/dates.ts';
import { HappenedAt } from '../../elements/HappenedAt.tsx';
import { Light } from '../../elements/Light.tsx';
import '../../elements/mark.css';
import { useLanguage, useText } from '../../locales/index.ts';
import type { QuickAct } from './attempts.ts';
import { rowKey, type InboxRow } from './groups.ts';
import { MyDeadline } from './MyDeadline.tsx';
import { RowAct } from './RowAct.tsx';

/** A row with its standing in the list. */
export interface RowProps {
  readonly row: InboxRow;
  readonly today: string;
  readonly current: boolean;
  readonly solid: boolean;
  readonly ticked: boolean;
  readonly onStand: (key: string) => void;
  readonly onTick: (key: string) => void;
  readonly onAct: (act: QuickAct, rows: readonly InboxRow[]) => void;
}

const reacts = 'a,button,input,label';

/** A click on the bare row opens it; one on a control, or that ends a selection of text, does not. */
const isBareClick = (event: MouseEvent): boolean =>
  event.target instanceof Element && !event.target.closest(reacts) && document.getSelection()?.isCollapsed !== false;

function WhoAndWhen({ row, today }: Pick<RowProps, 'row' | 'today'>): ReactNode {
  const { t } = useTranslation('inbox');
  const text = useText();
  const { language } = useLanguage();
  const nameOf = useActingName();
  const act = text(row.lastAct);
  const opened = civilDay(row.openedAt);
  return (
    <>
      <td role="cell" data-label={t('waits')}>
        {t(row.waits === 'enterprise' ? 'waitsEnterprise' : 'waitsAgency')}
        <span className="second-line" title={dayWithWeekday(opened, language, today)}>
          {t('since', { day: shortDay(opened, language, today) })}
        </span>
      </td>
      <td role="cell" data-label={t('updated')}>
        <HappenedAt at={row.updatedAt} today={today} />
        <span className="second-line">
          {row.updatedBy ? t('lastActBy', { by: nameOf(row.updatedBy, row.updatedFor), act }) : act}
        </span>
      </td>
    </>
  );
}

function UrgedMark({
  urged,
  today,
}: {
  readonly urged: NonNullable<InboxRow['urged']>;
  readonly today: string;
}): ReactNode {
  const { t } = useTranslation('inbox');
  const { language } = useLanguage();
  const told = t('urgedTimes', { count: urged.times, day: shortDay(urged.lastOn, language, today) });
  return (
    <span className="mark inbox-urged" title={told}>
      <span aria-hidden="true">{t('urged')}</span>
      <span className="visually-hidden">{told}</span>
    </span>
  );
}

/** One duty: light, item, enterprise, step, my deadline, who waits, what happened last, and the act. */
export function Row({ row, today, current, solid, ticked, onStand, onTick, onAct }: RowProps): ReactNode {
  const { t } = useTranslation(['inbox', 'elements']);
  const text = useText();
  const navigate = useNavigate();
  const key = rowKey(row);
  const open = { to: '/cases/$caseId', params: { caseId: row.caseId }, search: { duty: row.duty } } as const;
  return (
    <tr
      role="row"
      data-row={key}
      className={current ? 'inbox-row inbox-current' : 'inbox-row'}
      aria-current={current || undefined}
      onFocus={() => onStand(key)}
      onClick={(event) => isBareClick(event) && void navigate(open)}
    >
      <td role="cell" className="inbox-box">
        <label>
          <input
            type="checkbox"
            checked={ticked}
            aria-label={t('selectRow', { number: row.caseNumber })}
            onChange={() => onTick(key)}
          />
        </label>
      </td>
      <td role="cell" className="inbox-light">
        <Light light={row.deadline.light} stopped={row.deadline.clockStopped} />
      </td>
      <th role="rowheader" scope="row" className="inbox-item">
        <Link {...open} className="inbox-title">
          {text(row.itemTitle)}
          <span className="case-number">{row.caseNumber}</span>
        </Link>
      </th>
      <td role="cell" data-label={t('company')}>
        {row.enterprise}
      </td>
      <td role="cell" data-label={t('elements:step')}>
        {text(row.stepTitle)} {row.about && <span className="second-line">{text(row.about)}</span>}
        {row.urged && <UrgedMark urged={row.urged} today={today} />}
      </td>
      <td role="cell" data-label={t('myDeadline')}>
        <MyDeadline row={row} today={today} />
      </td>
      <WhoAndWhen row={row} today={today} />
      <td role="cell" className="inbox-act">
        <RowAct row={row} solid={solid} onAct={(act) => onAct(act, [row])} />
      </td>
    </tr>
  );
}
