import { skipToken, useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { Answer } from '../../elements/Answer.tsx';
import { CardTable } from '../../elements/CardTable.tsx';
import { Section } from '../../elements/Section.tsx';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { useLanguage, useText } from '../../locales/index.ts';
import { FlowChart } from './FlowChart.tsx';
import { StepTable } from './StepTable.tsx';
import type { ProcedureView } from './views.ts';
import './procedures.css';

/** The case whose place is marked; null until it is read, or when there is none to be seen. */
function useMarkedCase() {
  const { case: caseId } = useSearch({ from: '/frame/procedures/$procedure/$edition' });
  const { data, error } = useQuery(trpc.case.page.queryOptions(caseId === undefined ? skipToken : { caseId }));
  return { marked: data ?? null, isUnknown: error !== null && data === undefined };
}

type Marked = NonNullable<ReturnType<typeof useMarkedCase>['marked']>;

/** Which procedure this is; of a case, where it stands. */
function useSentence(procedure: ProcedureView | undefined, marked: Marked | null): string {
  const { t } = useTranslation('procedures');
  const text = useText();
  if (procedure === undefined) return t('procedures');
  const { edition, chapters, endings } = procedure;
  const title = text(procedure.title);
  const steps = chapters.reduce((sum, chapter) => sum + chapter.steps.length, 0);
  if (marked === null) return t('pageSentence', { title, edition, steps, endings: endings.length });
  const open = marked.duties.map(({ stepTitle }) => text(stepTitle)).join(t('comma'));
  const where =
    marked.state === 'open' ? t('caseAt', { steps: open }) : t('caseClosed', { ending: text(marked.ending) });
  return t('caseSentence', { caseNumber: marked.caseNumber, title, where });
}

function Legend({ marksCase }: { readonly marksCase: boolean }): ReactNode {
  const { t } = useTranslation('procedures');
  const rows = [t('legendDuty'), t('legendRight'), t('legendEnding'), t('legendElsewhere'), t('legendJoined')];
  return (
    <ul className="chart-legend" aria-label={t('legend')}>
      {[...rows, ...(marksCase ? [t('legendHere')] : [])].map((row) => (
        <li key={row}>{row}</li>
      ))}
    </ul>
  );
}

function Endings({ endings }: { readonly endings: ProcedureView['endings'] }): ReactNode {
  const { t } = useTranslation('procedures');
  const text = useText();
  return (
    <Section title={t('endings')}>
      <CardTable className="endings-table" caption={t('endingsCaption')} heads={[t('ending'), t('endsBy')]}>
        {endings.map(({ code, title, by }) => (
          <tr role="row" key={code}>
            <th role="rowheader" scope="row">
              {text(title)}
            </th>
            <td role="cell" data-label={t('endsBy')}>
              <ul className="plain">
                {by.map((way) => (
                  <li key={way.zh}>{text(way)}</li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </CardTable>
    </Section>
  );
}

function Chapters({
  procedure,
  here,
}: {
  readonly procedure: ProcedureView;
  readonly here: ReadonlySet<string>;
}): ReactNode {
  const { language } = useLanguage();
  const text = useText();
  return (
    <>
      {procedure.chapters.map((chapter) => {
        const title = text(chapter.title);
        const chart = language === 'en' ? chapter.en : chapter.zh;
        return (
          <Section key={chapter.title.zh} title={title}>
            <FlowChart title={title} chart={chart} here={here} />
            <StepTable title={title} steps={chapter.steps} here={here} />
          </Section>
        );
      })}
    </>
  );
}

/** One procedure: charts and tables of its steps, with the place of a case where one is named. */
export default function ProcedurePage(): ReactNode {
  const { t } = useTranslation('procedures');
  const { procedure: id, edition } = useParams({ from: '/frame/procedures/$procedure/$edition' });
  const { data, error, isPending, refetch } = useQuery(
    trpc.procedure.page.queryOptions({ procedure: id, edition }, { staleTime: 600_000 }),
  );
  const { marked, isUnknown } = useMarkedCase();
  const open = marked?.state === 'open' ? marked.duties : [];
  const here = new Set(open.map(({ step }) => step));
  return (
    <>
      <Answer sentence={useSentence(data, marked)}>{t('pageNote')}</Answer>
      <p className="procedure-ways">
        <Link to="/procedures">{t('back')}</Link>
        {marked && (
          <Link to="/cases/$caseId" params={{ caseId: marked.caseId }}>
            {t('toCase', { caseNumber: marked.caseNumber })}
          </Link>
        )}
      </p>
      {isUnknown && <p role="note">{t('caseUnknown')}</p>}
      {isPending && <Loading rows={10} />}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && <Legend marksCase={here.size > 0} />}
      {data && <Chapters procedure={data} here={here} />}
      {data && <Endings endings={data.endings} />}
    </>
  );
}
