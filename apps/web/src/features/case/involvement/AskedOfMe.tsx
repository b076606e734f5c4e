import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useActingName } from '../../../elements/acting-name.ts';
import { useKindWords } from '../../../elements/involvement/kind-words.ts';
import { RespondForm } from '../../../elements/involvement/RespondForm.tsx';
import { useText } from '../../../locales/index.ts';
import type { CasePageView } from '../views.ts';
import { useInvolvement } from './use-involvement.ts';
import '../../../elements/involvement/involvement.css';

/** What colleagues ask of the reader in this case, each with its form. */
export function AskedOfMe({ page }: { readonly page: CasePageView }): ReactNode {
  const { t } = useTranslation('involvement');
  const text = useText();
  const kindWords = useKindWords();
  const nameOf = useActingName();
  const { data: work } = useInvolvement(page.caseId);
  const mine = work?.requests.filter(({ mayRespond, waitsForTurn }) => mayRespond || waitsForTurn) ?? [];
  if (!work || mine.length === 0) return null;
  return (
    <section className="desk" aria-label={t('askedOfYou')}>
      {mine.map((request) => {
        const sheet = work.sheets.find(({ id }) => id === request.sheetId);
        const { by, note, duty } = request;
        return (
          <div key={request.id}>
            <div className="desk-head">
              <h2>
                {t('askedBy', {
                  by: nameOf(by.person ?? '', by.standingInFor),
                  unit: text(by.unit),
                  kind: kindWords(request),
                })}
              </h2>
              <span className="case-note">{text(request.stepTitle)}</span>
            </div>
            {note && <p>{note}</p>}
            {sheet && <p>{t('sheetDraft', { outcome: text(sheet.outcomeTitle), opinion: sheet.opinion })}</p>}
            {request.waitsForTurn && <p className="case-note">{t('waitsForTurn')}</p>}
            {request.mayRespond && (
              <RespondForm
                request={request}
                caseId={page.caseId}
                outcomes={page.duties.find(({ key }) => key === duty)?.outcomes ?? []}
                onDone={() => undefined}
              />
            )}
          </div>
        );
      })}
    </section>
  );
}
