import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../elements/Button.tsx';
import { useText } from '../../locales/index.ts';
import { holderNamed, type Attempt } from './attempts.ts';
import { rowKey } from './groups.ts';
import { useAttemptSentence } from './use-quick-acts.ts';

function useResult(): (attempt: Attempt) => string {
  const { t } = useTranslation(['inbox', 'errors']);
  return (attempt) => {
    const { act, refused } = attempt;
    if (!refused) return t(act === 'claim' ? 'nowMine' : 'nowInPool');
    const person = holderNamed(attempt);
    if (person) return t(act === 'claim' ? 'claimedBy' : 'nowHeldBy', { person });
    return t(`errors:${refused.code}`);
  };
}

/** What became of each row that was claimed or released; refusals say who was quicker or what to do, and come first. */
export function Report(props: { readonly attempts: readonly Attempt[]; readonly onDismiss: () => void }): ReactNode {
  const { attempts, onDismiss } = props;
  const { t } = useTranslation('inbox');
  const text = useText();
  const sentence = useAttemptSentence();
  const result = useResult();
  const refusedFirst = [...attempts].sort((a, b) => Number(a.refused === null) - Number(b.refused === null));
  return (
    <section className="inbox-report" aria-label={t('report')}>
      <div className="inbox-report-head">
        <strong>{sentence(attempts)}</strong>
        <Button small onClick={onDismiss}>
          {t('dismiss')}
        </Button>
      </div>
      <ul>
        {refusedFirst.map((attempt) => (
          <li key={rowKey(attempt.row)} className={attempt.refused ? 'inbox-refused' : undefined}>
            <Link
              to="/cases/$caseId"
              params={{ caseId: attempt.row.caseId }}
              search={attempt.refused ? {} : { duty: attempt.row.duty }}
              className="row-link"
            >
              {attempt.row.caseNumber}
            </Link>
            <span>{text(attempt.row.stepTitle)}</span>
            <span className="inbox-result">{result(attempt)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
