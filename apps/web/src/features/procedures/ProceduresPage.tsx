import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { Answer } from '../../elements/Answer.tsx';
import { CardTable } from '../../elements/CardTable.tsx';
import { Empty } from '../../elements/states/Empty.tsx';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { useText } from '../../locales/index.ts';
import './procedures.css';

/** 办理程序: every procedure that cases run under, one page each. */
export default function ProceduresPage(): ReactNode {
  const { t } = useTranslation('procedures');
  const text = useText();
  const { data: rows, error, isPending, refetch } = useQuery(trpc.procedure.list.queryOptions());
  const heads = [t('procedure'), t('edition'), t('steps'), t('basis')];
  return (
    <>
      <Answer sentence={rows ? t('listSentence', { count: rows.length }) : t('procedures')}>{t('listNote')}</Answer>
      {isPending && <Loading rows={3} />}
      {error && !rows && <ErrorState error={error} onRetry={() => void refetch()} />}
      {rows?.length === 0 && <Empty sentence={t('emptyList')} />}
      {rows && rows.length > 0 && (
        <CardTable className="procedures-table" caption={t('listCaption')} heads={heads}>
          {rows.map(({ procedure, edition, title, current, steps, basis }) => (
            <tr role="row" key={`${procedure} ${edition}`}>
              <th role="rowheader" scope="row">
                <Link
                  to="/procedures/$procedure/$edition"
                  params={{ procedure, edition }}
                  aria-label={t('inEdition', { title: text(title), edition })}
                >
                  {text(title)}
                </Link>
              </th>
              <td role="cell" data-label={t('edition')}>
                {edition} {current && <span className="chip-word">{t('current')}</span>}
              </td>
              <td role="cell" data-label={t('steps')}>
                {steps}
              </td>
              <td role="cell" data-label={t('basis')}>
                {basis.map(text).join(t('comma'))}
              </td>
            </tr>
          ))}
        </CardTable>
      )}
    </>
  );
}
