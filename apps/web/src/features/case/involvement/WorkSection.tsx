import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../elements/Section.tsx';
import { ErrorState } from '../../../elements/states/ErrorState.tsx';
import type { InvolvementView } from '../../../elements/involvement/views.ts';
import { useText } from '../../../locales/index.ts';
import type { CasePageView } from '../views.ts';
import { RequestLine } from './RequestLine.tsx';
import { Sheet } from './Sheet.tsx';
import { useInvolvement } from './use-involvement.ts';
import '../../../elements/involvement/involvement.css';

/** What was asked about one step: its sheets, then everything else in order of time. */
function WorkOfStep({ work, page, duty }: { work: InvolvementView; page: CasePageView; duty: string }): ReactNode {
  const text = useText();
  const requests = work.requests.filter((request) => request.duty === duty);
  const others = requests.filter(({ sheetId }) => sheetId === null);
  const { caseId, today } = page;
  return (
    <div>
      <h3 className="case-note">{text(requests[0]?.stepTitle)}</h3>
      {work.sheets
        .filter((sheet) => sheet.duty === duty)
        .map((sheet) => (
          <Sheet
            key={sheet.id}
            {...{ sheet, caseId, today }}
            signatories={requests.filter(({ sheetId }) => sheetId === sheet.id)}
          />
        ))}
      {others.length > 0 && (
        <ol className="involvement-list">
          {others.map((request) => (
            <RequestLine key={request.id} request={request} caseId={caseId} today={today} />
          ))}
        </ol>
      )}
    </div>
  );
}

/** Who handed on, prepared, commented and signed, step by step, with names and posts as they were; the open steps first. */
export function WorkSection({ page }: { readonly page: CasePageView }): ReactNode {
  const { t } = useTranslation('involvement');
  const { data: work, error, refetch } = useInvolvement(page.caseId);
  if (error && !work) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!work || work.requests.length === 0) return null;
  const open = new Set(page.duties.map(({ key }) => key));
  const duties = [...new Set(work.requests.map(({ duty }) => duty))].toReversed();
  const ordered = duties.toSorted((a, b) => Number(open.has(b)) - Number(open.has(a)));
  return (
    <Section title={t('title')} note={t('note')}>
      {ordered.map((duty) => (
        <WorkOfStep key={duty} work={work} page={page} duty={duty} />
      ))}
    </Section>
  );
}
