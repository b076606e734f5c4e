import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../elements/Button.tsx';
import { ErrorText } from '../../elements/ErrorText.tsx';
import { Section } from '../../elements/Section.tsx';
import { Reason } from './Reason.tsx';
import { useDeciding, usePreviewAgain } from './use-deciding.ts';
import type { RevisionPageView } from './views.ts';

/** Without end, because how long it takes is not known; how many cases it is about stands beside. */
function Progress({ words }: { readonly words: string }): ReactNode {
  const label = useId();
  return (
    <div className="calendar-progress" role="status">
      <span id={label}>{words}</span>
      <progress aria-labelledby={label} />
    </div>
  );
}

function Stale({ revision }: { readonly revision: RevisionPageView }): ReactNode {
  const { t } = useTranslation('calendar');
  const { mutate, isPending, error } = usePreviewAgain(revision.id);
  return (
    <div className="calendar-stale">
      <p>{t(revision.stale ? 'stale' : 'previewAgainNote')}</p>
      <Button onClick={() => mutate()} aria-busy={isPending}>
        {t('previewAgain')}
      </Button>
      {isPending && <Progress words={t('previewing')} />}
      <ErrorText error={error} />
    </div>
  );
}

/** What approval does, before it is asked for. */
function Consequences({ revision }: { readonly revision: RevisionPageView }): ReactNode {
  const { t } = useTranslation('calendar');
  return (
    <ul className="calendar-consequences">
      <li>{t('consequenceDates', { count: revision.cases })}</li>
      <li>{t('consequenceWait')}</li>
      <li>{t('consequenceKept')}</li>
      <li>{t('consequenceTold')}</li>
    </ul>
  );
}

/** The decision of a second person, or the way back for whoever proposed it. */
export function Decision({ revision }: { readonly revision: RevisionPageView }): ReactNode {
  const { t } = useTranslation('calendar');
  const [remark, setRemark] = useState('');
  const { decide, pending, error } = useDeciding(revision.id);
  const { own, stale, cases } = revision;
  return (
    <Section title={t(own ? 'waitsForOther' : 'yourDecision')}>
      <Stale revision={revision} />
      {own ? <p>{t('ownNote')}</p> : <Consequences revision={revision} />}
      <Reason label={t('remark')} hint={t('remarkHint')} value={remark} onChange={setRemark} optional />
      {pending === 'approve' && <Progress words={t('applying', { count: cases })} />}
      <ErrorText error={error} />
      <p className="calendar-acts">
        {own ? (
          <Button onClick={() => decide('withdraw', remark)} aria-busy={pending !== null}>
            {t('withdraw')}
          </Button>
        ) : (
          <>
            <Button
              look="solid"
              unavailable={stale}
              onClick={() => decide('approve', remark)}
              aria-busy={pending === 'approve'}
            >
              {t('approve')}
            </Button>
            <Button onClick={() => decide('reject', remark)} aria-busy={pending === 'reject'}>
              {t('reject')}
            </Button>
            {stale && <span className="second-line">{t('staleApprove')}</span>}
          </>
        )}
      </p>
    </Section>
  );
}
