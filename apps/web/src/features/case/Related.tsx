import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../elements/Section.tsx';
import { useText } from '../../locales/index.ts';
import type { CasePageView } from './views.ts';

/** Cases that this one continues or that continue it, the one that opened it and those that it opened. */
export function Related({ page }: { readonly page: CasePageView }): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  if (page.related.length === 0) return null;
  return (
    <Section title={t('related')}>
      <ul className="case-list">
        {page.related.map(({ caseId, caseNumber, procedureTitle, about, relation, ending }) => (
          <li key={caseId}>
            <span>
              <Link to="/cases/$caseId" params={{ caseId }} className="row-link">
                {caseNumber}
              </Link>
              <span className="second-line">
                {text(procedureTitle)}
                {about && ` · ${text(about)}`}
              </span>
            </span>
            <span className="case-note">
              {text(relation)}
              {ending && ` · ${text(ending)}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
