import { Link, Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { WhyHost } from '../../elements/why/WhyHost.tsx';
import { AppearanceSwitch, LanguageSwitch } from './switches.tsx';
import './frame.css';

/** Frame of the pages that need no sign-in. */
export const PublicFrame = (): ReactNode => <Bare isOpen />;

/** Frame of the pages where one has come in and is not through yet: nothing leads elsewhere. */
export const FirstFrame = (): ReactNode => <Bare isOpen={false} />;

function Bare({ isOpen }: { readonly isOpen: boolean }): ReactNode {
  const { t } = useTranslation('frame');
  return (
    <div className="frame frame-public">
      <a href="#main" className="skip-link">
        {t('skip')}
      </a>
      <header className="top-bar">
        <Link to="/" className="brand">
          {t('brand')}
        </Link>
        {isOpen && (
          <nav aria-label={t('navigation')} className="top-links">
            <Link to="/sign-in">{t('signIn')}</Link>
            <Link to="/track">{t('track')}</Link>
          </nav>
        )}
        <span className="top-bar-space" />
        <LanguageSwitch />
        <AppearanceSwitch />
      </header>
      <main id="main" tabIndex={-1} className="main">
        <WhyHost>
          <Outlet />
        </WhyHost>
      </main>
    </div>
  );
}
