import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../locales/index.ts';
import type { CasePageView, DutyView, ForecastStep, OutcomeView } from '../views.ts';
import { mainSequel } from './sequel.ts';

type Shown = { readonly duty: DutyView; readonly outcome: OutcomeView; readonly page: CasePageView };

function useNext(step: ForecastStep | null): string | null {
  const { t } = useTranslation('case');
  const text = useText();
  if (!step) return null;
  return t(step.limit ? 'thenStepIn' : 'thenStep', {
    step: text(step.title),
    role: text(step.roleTitle),
    limit: text(step.limit),
  });
}

/** What the act brings about, said before it is done: documents, what cannot be undone, what follows, where it is recorded. */
export function Consequences({ duty, outcome, page }: Shown): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  const next = useNext(mainSequel(duty, outcome, page));
  return (
    <div className="desk-after">
      <h3>{t('after', { act: text(outcome.title) })}</h3>
      <ul>
        {outcome.documents.map((document) => (
          <li key={document.zh}>{t('makes', { document: text(document) })}</li>
        ))}
        {next && <li>{next}</li>}
        <li>{t('recordedWith')}</li>
        {outcome.isSealed && <li>{t('isSealed')}</li>}
        {outcome.irreversible && (
          <li>
            <strong>{t('irreversible')}</strong>
          </li>
        )}
      </ul>
    </div>
  );
}
