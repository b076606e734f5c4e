import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../elements/Answer.tsx';

/** The page for addresses that do not exist. */
export function NotFound(): ReactNode {
  const { t } = useTranslation('frame');
  return (
    <main id="main" tabIndex={-1} className="main">
      <Answer sentence={t('notFound')}>{t('notFoundAdvice')}</Answer>
      <Link to="/" className="link">
        {t('toStart')}
      </Link>
    </main>
  );
}
