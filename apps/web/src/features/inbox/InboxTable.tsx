import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuickAct } from './attempts.ts';
import { rowKey, type Group, type InboxPage, type InboxRow } from './groups.ts';
import { Row } from './Row.tsx';
import { useGroupNotes } from './use-group-notes.ts';
import type { Rows } from './use-rows.ts';

interface InboxTableProps {
  readonly caption: string;
  readonly groups: readonly Group[];
  readonly page: Pick<InboxPage, 'today' | 'counts'>;
  readonly rows: Rows;
  readonly onAct: (act: QuickAct, rows: readonly InboxRow[]) => void;
}

function Head({ rows, count }: { readonly rows: Rows; readonly count: number }): ReactNode {
  const { t } = useTranslation(['inbox', 'elements']);
  const all = rows.ticked.length === count;
  const heads = [t('light'), t('item'), t('company'), t('elements:step'), t('myDeadline'), t('waits'), t('updated')];
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col" className="inbox-box">
          <label>
            <input
              type="checkbox"
              aria-label={t('selectAll')}
              checked={all}
              ref={(box) => {
                if (box) box.indeterminate = rows.ticked.length > 0 && !all;
              }}
              onChange={() => rows.tickAll(!all)}
            />
          </label>
        </th>
        {heads.map((head) => (
          <th key={head} role="columnheader" scope="col">
            {head}
          </th>
        ))}
        <th role="columnheader" scope="col">
          <span className="visually-hidden">{t('act')}</span>
        </th>
      </tr>
    </thead>
  );
}

/** The list in its groups, in columns of fixed width; on narrow screens each row is a block whose cells carry their heads. */
export function InboxTable({ caption, groups, page, rows, onAct }: InboxTableProps): ReactNode {
  const { t } = useTranslation('inbox');
  const noteOf = useGroupNotes(page.today);
  const count = groups.reduce((sum, group) => sum + group.rows.length, 0);
  return (
    <table role="table" className="table table-cards inbox-table">
      <caption className="visually-hidden">{caption}</caption>
      <Head rows={rows} count={count} />
      {groups.map((group, at) => (
        <tbody key={group.name} role="rowgroup">
          {/* Seven of nine columns: the two in between are left out on screens of middle width. */}
          <tr role="row" className="inbox-group">
            <th role="rowheader" scope="rowgroup" colSpan={7}>
              {t(group.name)} {page.counts[group.name]}
              <span className="inbox-group-note">{noteOf(group.name, at === 0)}</span>
            </th>
          </tr>
          {group.rows.map((row) => {
            const key = rowKey(row);
            const current = key === rows.current;
            return (
              <Row
                key={key}
                row={row}
                today={page.today}
                current={current}
                solid={current && rows.ticked.length === 0}
                ticked={rows.isTicked(key)}
                onStand={rows.stand}
                onTick={rows.tick}
                onAct={onAct}
              />
            );
          })}
        </tbody>
      ))}
    </table>
  );
}
