import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { useMe } from '../../app/session.tsx';
import { useActingName } from '../../elements/acting-name.ts';
import { Button } from '../../elements/Button.tsx';
import { Deadline } from '../../elements/Deadline.tsx';
import { Dialog } from '../../elements/Dialog.tsx';
import { HappenedAt } from '../../elements/HappenedAt.tsx';
import { useKindWords } from '../../elements/involvement/kind-words.ts';
import { RespondForm } from '../../elements/involvement/RespondForm.tsx';
import type { AskedView } from '../../elements/involvement/views.ts';
import { Empty } from '../../elements/states/Empty.tsx';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { useText } from '../../locales/index.ts';

/** What colleagues ask of the post, page by page. */
export const useAsked = (isShown: boolean) =>
  useInfiniteQuery({
    ...trpc.involvement.inbox.infiniteQueryOptions({ limit: 50 }, { getNextPageParam: ({ next }) => next }),
    enabled: isShown,
  });

/** Answers one from the list; what it is about stays in sight. */
function Respond({ asked }: { readonly asked: AskedView }): ReactNode {
  const { t } = useTranslation('involvement');
  const text = useText();
  const kindWords = useKindWords();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button small aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t(asked.kind === 'sign' ? 'countersign' : asked.kind === 'delegate' ? 'giveBack' : 'giveOpinion')}
      </Button>
      {isOpen && (
        <Dialog labelledBy={id} onClose={() => setOpen(false)} className="involvement-dialog">
          {(close) => (
            <>
              <h2 id={id}>
                {kindWords(asked)} · {text(asked.stepTitle)}
              </h2>
              <p className="involvement-note">
                {asked.caseNumber} · {asked.enterprise}
              </p>
              {asked.note && <p>{asked.note}</p>}
              {asked.draft && (
                <p>{t('sheetDraft', { outcome: text(asked.draft.outcomeTitle), opinion: asked.draft.opinion })}</p>
              )}
              <RespondForm request={asked} caseId={asked.caseId} onDone={close} />
            </>
          )}
        </Dialog>
      )}
    </>
  );
}

function Row({ asked, today }: { readonly asked: AskedView; readonly today: string }): ReactNode {
  const { t } = useTranslation('involvement');
  const text = useText();
  const kindWords = useKindWords();
  const nameOf = useActingName();
  const { caseId, duty, deadline, dueWhy, by } = asked;
  return (
    <tr role="row">
      <th role="rowheader" scope="row" className="inbox-item">
        <Link to="/cases/$caseId" params={{ caseId }} search={{ duty }} className="inbox-title">
          {text(asked.itemTitle)}
          <span className="case-number">{asked.caseNumber}</span>
        </Link>
        <span className="second-line">{asked.enterprise}</span>
      </th>
      <td role="cell" data-label={t('kind')}>
        {kindWords(asked)}
        {asked.note && <span className="second-line">{asked.note}</span>}
      </td>
      <td role="cell" data-label={t('step')}>
        {text(asked.stepTitle)}
      </td>
      <td role="cell" data-label={t('from')}>
        {nameOf(by.person ?? '', by.standingInFor)} <span className="second-line">{text(by.unit)}</span>
        <HappenedAt at={asked.askedAt} today={today} />
      </td>
      <td role="cell" data-label={t('due')}>
        {deadline && <Deadline deadline={deadline} today={today} stacked />}
        {dueWhy && <span className="second-line">{text(dueWhy)}</span>}
      </td>
      <td role="cell">
        <Respond asked={asked} />
      </td>
    </tr>
  );
}

/** 请我办的: what colleagues ask of the reader, the most urgent first. */
export function AskedList(): ReactNode {
  const { t } = useTranslation('involvement');
  const { today } = useMe();
  const asked = useAsked(true);
  if (asked.error && !asked.data) return <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return <Loading rows={6} />;
  const rows = asked.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <Empty sentence={t('emptyInbox')} />;
  const heads = [t('case'), t('kind'), t('step'), t('from'), t('due'), ''];
  return (
    <>
      <table role="table" className="table table-cards asked-table">
        <caption className="visually-hidden">{t('caption')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {heads.map((head, at) => (
              <th key={at} role="columnheader" scope="col">
                {head || <span className="visually-hidden">{t('giveOpinion')}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <Row key={row.id} asked={row} today={today} />
          ))}
        </tbody>
      </table>
      {asked.hasNextPage && (
        <p>
          <Button aria-busy={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
            {t('more')}
          </Button>
        </p>
      )}
    </>
  );
}
