import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { useLive } from '../../app/live.tsx';
import { useMe } from '../../app/session.tsx';
import { Button } from '../../elements/Button.tsx';
import { dayWithWeekday, whenHappened } from '../../elements/dates.ts';
import { ErrorText } from '../../elements/ErrorText.tsx';
import { Section } from '../../elements/Section.tsx';
import { useLanguage, useText } from '../../locales/index.ts';
import { calendarDaysLeft } from './standing.ts';

type Draft = inferOutput<typeof trpc.application.drafts>[number];

/** Deleting asks once more, in place, and says what is lost. */
function Discard({ draft }: { readonly draft: Draft }): ReactNode {
  const { t } = useTranslation('mine');
  const text = useText();
  const { announce } = useLive();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<'no' | 'yes' | 'kept'>('no');
  const item = text(draft.item.title);
  const { mutate, error, isPending } = useMutation(
    trpc.application.discard.mutationOptions({
      onSuccess: () => {
        announce(t('discarded', { item }));
        return queries.invalidateQueries({ queryKey: trpc.application.drafts.queryKey() });
      },
    }),
  );
  if (asked !== 'yes')
    return (
      <Button
        look="text"
        autoFocus={asked === 'kept'}
        aria-label={t('discardItem', { item })}
        onClick={() => setAsked('yes')}
      >
        {t('discard')}
      </Button>
    );
  return (
    <span className="mine-confirm" role="group" aria-label={t('discardItem', { item })}>
      <span className="second-line">{t('discardMeans')}</span>
      <Button autoFocus onClick={() => setAsked('kept')}>
        {t('keep')}
      </Button>
      <Button look="danger" aria-busy={isPending} onClick={() => !isPending && mutate({ draftId: draft.draftId })}>
        {t('discardNow')}
      </Button>
      <ErrorText error={error} />
    </span>
  );
}

function DraftLine({ draft, first }: { readonly draft: Draft; readonly first: boolean }): ReactNode {
  const { t } = useTranslation('mine');
  const text = useText();
  const { language } = useLanguage();
  const { today } = useMe();
  return (
    <li className="mine-line">
      <span>
        <strong>{text(draft.item.title)}</strong>
        <span className="second-line">{t('savedAt', { when: whenHappened(draft.savedAt, today, language) })}</span>
      </span>
      <span>
        <span className="mine-day">{t('keptUntil', { day: dayWithWeekday(draft.expiresOn, language, today) })}</span>
        <span className="second-line">
          {t('daysKept', { count: Math.max(calendarDaysLeft(today, draft.expiresOn), 0) })}
        </span>
      </span>
      <span className="mine-acts">
        <Discard draft={draft} />
        <Link
          to="/apply/$draftId"
          params={{ draftId: draft.draftId }}
          className={first ? 'button button-solid' : 'button'}
          aria-label={t('goOnItem', { item: text(draft.item.title) })}
        >
          {t('goOn')}
        </Link>
      </span>
    </li>
  );
}

/** Drafts, the latest first, each with how long it is kept. */
export function DraftList({ drafts }: { readonly drafts: readonly Draft[] }): ReactNode {
  const { t } = useTranslation('mine');
  const latestFirst = [...drafts].sort((a, b) => b.savedAt.localeCompare(a.savedAt));
  return (
    <Section title={t('drafts', { count: drafts.length })} note={t('draftsNote')}>
      <ul className="mine-lines">
        {latestFirst.map((draft, index) => (
          <DraftLine key={draft.draftId} draft={draft} first={index === 0} />
        ))}
      </ul>
    </Section>
  );
}
