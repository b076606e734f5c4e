import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { Answer } from '../../elements/Answer.tsx';
import { whenHappened } from '../../elements/dates.ts';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { ThreePartBar } from '../../elements/ThreePartBar.tsx';
import { useLanguage, useText } from '../../locales/index.ts';
import { Changes } from './Changes.tsx';
import { Decision } from './Decision.tsx';
import { ProposalText } from './ProposalText.tsx';
import { useStateWords } from './state-words.ts';
import type { RevisionPageView } from './views.ts';
import './calendar.css';

function useSentence(revision: RevisionPageView | undefined): string {
  const { t } = useTranslation('calendar');
  const text = useText();
  if (!revision) return t('revision');
  const { title, state, cases, counts } = revision;
  const words = { title: text(title), count: cases, earlier: counts.earlier, later: counts.later };
  return cases === 0 ? t(`sentence_${state}_none`, words) : t(`sentence_${state}`, words);
}

/** Who proposed it and why, when it was previewed, who decided. */
function Standing({ revision }: { readonly revision: RevisionPageView }): ReactNode {
  const { t } = useTranslation('calendar');
  const { language } = useLanguage();
  const stateWords = useStateWords();
  const { proposed, decided, reason, previewedAt, remark, state, today } = revision;
  const when = (at: string): string => whenHappened(at, today, language);
  return (
    <ThreePartBar
      parts={[
        { label: t('proposedBy'), value: `${proposed.name} ${when(proposed.at)}`, note: reason },
        { label: t(state === 'applied' ? 'appliedAt' : 'previewedAt'), value: when(decided?.at ?? previewedAt) },
        {
          label: t('decidedBy'),
          value: decided ? `${decided.name} · ${stateWords(revision)}` : stateWords(revision),
          note: remark,
        },
      ]}
    />
  );
}

/** 修订: what it changes, limit by limit, and the decision on it. */
export default function RevisionPage(): ReactNode {
  const { t } = useTranslation('calendar');
  const { revisionId } = useParams({ from: '/frame/admin/calendar/$revisionId' });
  const { data, error, isPending, refetch } = useQuery(trpc.revision.page.queryOptions({ revisionId }));
  return (
    <>
      <Answer sentence={useSentence(data)}>{data && data.province === null && t('bothProvinces')}</Answer>
      <p className="calendar-back">
        <Link to="/admin/calendar" className="link">
          {t('back')}
        </Link>
      </p>
      {isPending && <Loading rows={8} />}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && (
        <>
          <Standing revision={data} />
          {data.state === 'proposed' && <Decision revision={data} />}
          <Changes revision={data} />
          <ProposalText {...data} />
        </>
      )}
    </>
  );
}
