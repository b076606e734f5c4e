import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.tsx';
import { dayWithWeekday, whenHappened } from '../../elements/dates.ts';
import { useLanguage, useText } from '../../locales/index.ts';
import type { DraftView } from './views.ts';

/** The latest draft, ready to go on with, and how many there are besides; nothing without a draft. */
export function DraftStrip({ drafts }: { readonly drafts: readonly DraftView[] }): ReactNode {
  const { t } = useTranslation('apply');
  const text = useText();
  const { language } = useLanguage();
  const { today } = useMe();
  const [latest, ...others] = [...drafts].sort((a, b) => b.savedAt.localeCompare(a.savedAt));
  if (!latest) return null;
  return (
    <div className="apply-strip">
      <p>
        <strong>{t('unfinished', { item: text(latest.item.title) })}</strong>
        <span className="second-line">
          {t('savedAndKept', {
            when: whenHappened(latest.savedAt, today, language),
            day: dayWithWeekday(latest.expiresOn, language, today),
          })}
          {others.length > 0 && (
            <Link to="/applications" className="link apply-strip-more">
              {t('otherDrafts', { count: others.length })}
            </Link>
          )}
        </span>
      </p>
      <Link to="/apply/$draftId" params={{ draftId: latest.draftId }} className="button button-solid">
        {t('goOn')}
      </Link>
    </div>
  );
}
