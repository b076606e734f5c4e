import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const pages = [
  { to: '/admin/organisation', title: 'organisation' },
  { to: '/admin/organisation/enterprises', title: 'enterprises' },
  { to: '/admin/organisation/pools', title: 'pools' },
] as const;

/** The way between the three pages of the organisation. */
export function Pages(): ReactNode {
  const { t } = useTranslation('organisation');
  return (
    <nav className="chips organisation-pages" aria-label={t('pages')}>
      {pages.map(({ to, title }) => (
        <Link key={to} to={to} className="chip" activeOptions={{ exact: true }}>
          {t(title)}
        </Link>
      ))}
    </nav>
  );
}
