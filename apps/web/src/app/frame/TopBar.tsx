import { Link } from '@tanstack/react-router';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fullDay } from '../../elements/dates.ts';
import { HelpIcon } from '../../elements/icons.tsx';
import { useLanguage } from '../../locales/index.ts';
import '../../elements/mark.css';
import { useKeys } from '../keyboard.ts';
import { useMe, type Audience } from '../session.tsx';
import { Account } from './Account.tsx';
import { Help } from './Help.tsx';
import { NavigationList } from './Navigation.tsx';
import { Notices } from './Notices.tsx';
import { PostSwitch } from './PostSwitch.tsx';
import { Search } from './Search.tsx';
import { AppearanceSwitch, LanguageSwitch } from './switches.tsx';

/** Top bar: search, the day, the post in which one acts, notices, language, appearance, help. */
export function TopBar({ audience }: { readonly audience: Audience }): ReactNode {
  const { t } = useTranslation('frame');
  const { language } = useLanguage();
  const me = useMe();
  const help = useRef<HTMLDialogElement>(null);
  const openHelp = (): void => help.current?.showModal();
  useKeys({ '?': openHelp });
  return (
    <header className="top-bar">
      <Link to="/" className="brand">
        {t('brand')}
      </Link>
      {audience === 'enterprise' ? (
        <nav aria-label={t('navigation')} className="top-navigation">
          <NavigationList audience={audience} />
        </nav>
      ) : (
        audience !== 'administrator' && audience !== 'auditor' && <Search />
      )}
      <span className="top-bar-space" />
      {me.demo && (
        <span className="mark top-demo" title={t('demoMeans')}>
          {t('demo')}
        </span>
      )}
      <time dateTime={me.today} className="top-date">
        {fullDay(me.today, language)}
      </time>
      <PostSwitch />
      <Account />
      <Notices />
      <LanguageSwitch />
      <AppearanceSwitch />
      <button type="button" className="top-button" aria-label={t('help')} title={t('help')} onClick={openHelp}>
        <HelpIcon />
      </button>
      <Help ref={help} />
    </header>
  );
}
