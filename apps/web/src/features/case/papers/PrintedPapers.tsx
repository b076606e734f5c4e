import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CasePageView } from '../views.ts';
import { PaperText } from './PaperText.tsx';

/** The texts of all documents, for paper only: there the case is one continuous document. */
export function PrintedPapers({ page }: { readonly page: CasePageView }): ReactNode {
  const { t } = useTranslation('case');
  if (page.documents.length === 0) return null;
  return (
    <section className="papers-printed">
      <h2>{t('documentTexts')}</h2>
      {page.documents.map((document) => (
        <article key={document.id} className="papers-text">
          <PaperText document={document} />
        </article>
      ))}
    </section>
  );
}
