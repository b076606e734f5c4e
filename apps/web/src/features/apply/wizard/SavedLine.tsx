import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lianbanError } from '../../../app/api.ts';
import { useMe } from '../../../app/session.tsx';
import { dayWithWeekday, whenHappened } from '../../../elements/dates.ts';
import { useLanguage } from '../../../locales/index.ts';
import type { OpenDraft } from './use-draft.ts';

/** How the draft stands: saved when, being saved, or kept on this device; and how long drafts are kept. */
function useSavedWords({ draft, saving }: OpenDraft): string {
  const { t } = useTranslation(['apply', 'errors']);
  const { language } = useLanguage();
  const { today } = useMe();
  if (saving.state === 'failed') {
    const refusal = lianbanError(saving.error);
    return refusal?.code === 'OFFLINE'
      ? t('keptHere')
      : t('saveFailed', { why: refusal ? t(`errors:${refusal.code}`) : '' });
  }
  if (saving.state !== 'rest') return t('saving');
  return t('saved', { when: whenHappened(draft.savedAt, today, language) });
}

/** The saved time under the answer; failures are read out, ordinary saves are not. */
export function SavedLine({ open }: { readonly open: OpenDraft }): ReactNode {
  const { t } = useTranslation('apply');
  const { language } = useLanguage();
  const { today } = useMe();
  const words = useSavedWords(open);
  const failed = open.saving.state === 'failed';
  const { window } = open.draft.eligibility;
  return (
    <>
      {window && t('submitBy', { day: dayWithWeekday(window.closesOn, language, today) })}
      <span
        className={failed ? 'wizard-saved wizard-saved-failed' : 'wizard-saved'}
        role={failed ? 'alert' : undefined}
      >
        {words}
      </span>
      {t('keptUntil', { day: dayWithWeekday(open.draft.expiresOn, language, today) })}
    </>
  );
}
