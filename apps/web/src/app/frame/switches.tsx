import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MoonIcon, SunIcon } from '../../elements/icons.tsx';
import { useLanguage } from '../../locales/index.ts';
import { setAppearance, useAppearance } from '../../theme/appearance.ts';

/** Chinese or English, at once and remembered. */
export function LanguageSwitch(): ReactNode {
  const { t } = useTranslation('frame');
  const { language, setLanguage } = useLanguage();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <button
      type="button"
      className="top-button"
      lang={other}
      title={t('switchLanguage')}
      onClick={() => setLanguage(other)}
    >
      {t('switchLanguageShort')}
    </button>
  );
}

/** Light or dark, at once and remembered. */
export function AppearanceSwitch(): ReactNode {
  const { t } = useTranslation('frame');
  const appearance = useAppearance();
  const label = appearance === 'dark' ? t('toLight') : t('toDark');
  return (
    <button
      type="button"
      className="top-button"
      aria-label={label}
      title={label}
      onClick={() => setAppearance(appearance === 'dark' ? 'light' : 'dark')}
    >
      {appearance === 'dark' ? <SunIcon /> : <MoonIcon />}
    </button>
  );
}
