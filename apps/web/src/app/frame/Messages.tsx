import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../elements/Button.tsx';
import { Deadline } from '../../elements/Deadline.tsx';
import { ErrorText } from '../../elements/ErrorText.tsx';
import { HappenedAt } from '../../elements/HappenedAt.tsx';
import { useHolderName } from '../../elements/holder.ts';
import { LightSign } from '../../elements/Light.tsx';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { useCardWords } from '../../elements/urge/Trail.tsx';
import { useWhy } from '../../elements/why/WhyHost.tsx';
import { useText } from '../../locales/index.ts';
import { audienceOf, useMe } from '../session.tsx';
import type { CaseMessage, MessagesInHand, MessageView, RevisionMessage } from './use-messages.ts';

interface Shown {
  readonly message: CaseMessage;
  readonly onFollow: () => void;
}

/** Card or urge, and the step it is about. */
function CaseTitle({ message }: Pick<Shown, 'message'>): ReactNode {
  const { t } = useTranslation('frame');
  const text = useText();
  const cardWords = useCardWords();
  const { card, urge } = message;
  const step = text(message.stepTitle);
  return (
    <>
      {card && card.rung !== 'reminder' && <LightSign light={card.rung} />}
      <span>
        {card && t('messageCard', { card: cardWords(card), step })}
        {urge && t('messageUrge', { by: urge.by, role: text(urge.roleTitle), step })}
      </span>
    </>
  );
}

/** What was revised, and how many cases it moved. */
function RevisionTitle({ message }: { readonly message: RevisionMessage }): ReactNode {
  const { t } = useTranslation('frame');
  const text = useText();
  return <span>{t('messageRevision', { title: text(message.title), count: message.cases })}</span>;
}

function Title({ message }: { readonly message: MessageView }): ReactNode {
  const { t } = useTranslation('frame');
  return (
    <>
      {message.kind === 'case' ? <CaseTitle message={message} /> : <RevisionTitle message={message} />}
      {!message.read && <span className="visually-hidden">{t('unreadMark')}</span>}
    </>
  );
}

function RevisionStanding({ message }: { readonly message: RevisionMessage }): ReactNode {
  const { t } = useTranslation('frame');
  return (
    <div className="message-standing">
      {message.caseNumber && <span>{message.caseNumber}</span>}
      <span>{t('messageReason', { reason: message.reason })}</span>
    </div>
  );
}

function CaseStanding({ message, today, onFollow }: Shown & { readonly today: string }): ReactNode {
  const { t } = useTranslation('frame');
  const text = useText();
  const name = useHolderName();
  const why = useWhy();
  const { owner, deadline, urge, note, caseId, duty } = message;
  const onWhy = (): void => {
    // The list goes first and gives the focus back to its bell, to which the panel then returns it.
    onFollow();
    why({ caseId, key: duty });
  };
  return (
    <div className="message-standing">
      <span>
        {message.caseNumber} · {message.enterprise}
      </span>
      {urge?.reason && <span>{t('messageReason', { reason: urge.reason })}</span>}
      {deadline && <Deadline deadline={deadline} today={today} onWhy={onWhy} />}
      {message.done && <span>{t('messageDone')}</span>}
      {owner && !message.done && <span>{[text(owner.unit), name(owner)].filter(Boolean).join(' · ')}</span>}
      {note && <span>{owner?.role === 'APP' ? t('messageLapse', { note: text(note) }) : text(note)}</span>}
    </div>
  );
}

/** The way to what a message is about: its case, or the cases of the post when it is about many. */
function Way({ message, onFollow }: { readonly message: MessageView; readonly onFollow: () => void }): ReactNode {
  const { post } = useMe();
  const shared = { className: 'link message-title', onClick: onFollow };
  const { caseId } = message;
  if (caseId !== null)
    return (
      <Link to="/cases/$caseId" params={{ caseId }} {...shared}>
        <Title message={message} />
      </Link>
    );
  return (
    <Link to={audienceOf(post.role) === 'enterprise' ? '/applications' : '/inbox'} {...shared}>
      <Title message={message} />
    </Link>
  );
}

function Rows({ messages, onFollow }: { readonly messages: MessagesInHand; readonly onFollow: () => void }): ReactNode {
  const { today } = useMe();
  const { readOne, query } = messages;
  return (
    <ul>
      {query.data?.rows.map((message) => (
        <li key={message.id} className={message.read ? 'message' : 'message message-unread'}>
          <div>
            <Way
              message={message}
              onFollow={() => {
                readOne(message);
                onFollow();
              }}
            />
            {message.kind === 'case' ? (
              <CaseStanding {...{ message, today, onFollow }} />
            ) : (
              <RevisionStanding message={message} />
            )}
          </div>
          <HappenedAt at={message.at} today={today} />
        </li>
      ))}
    </ul>
  );
}

/** What the post was told: step, card, deadline, owner and the way to the case; following it marks it as read. */
export function Messages(props: { readonly messages: MessagesInHand; readonly onFollow: () => void }): ReactNode {
  const { t } = useTranslation('frame');
  const { query, reading, readAll } = props.messages;
  const { data } = query;
  return (
    <section aria-label={t('messages')}>
      <div className="messages-head">
        <h2>{t('messages')}</h2>
        {data && data.unread > 0 && (
          <Button look="text" small aria-busy={reading.isPending} onClick={readAll}>
            {t('allRead')}
          </Button>
        )}
      </div>
      <ErrorText error={reading.error} />
      {query.isPending && <Loading rows={2} />}
      {query.error && !data && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {data?.rows.length === 0 && <p>{t('noMessages')}</p>}
      <Rows {...props} />
    </section>
  );
}
