import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useActingName } from '../../elements/acting-name.ts';
import { Button } from '../../elements/Button.tsx';
import { dayWithWeekday } from '../../elements/dates.ts';
import { Deadline } from '../../elements/Deadline.tsx';
import { ErrorText } from '../../elements/ErrorText.tsx';
import { HappenedAt } from '../../elements/HappenedAt.tsx';
import { useHolderName } from '../../elements/holder.ts';
import { LightSign } from '../../elements/Light.tsx';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { useCardWords } from '../../elements/urge/Trail.tsx';
import { useWhy } from '../../elements/why/WhyHost.tsx';
import { useLanguage, useText } from '../../locales/index.ts';
import { audienceOf, useMe } from '../session.tsx';
import type {
  AccountMessage,
  CaseMessage,
  MessagesInHand,
  MessageView,
  NoticeMessage,
  RevisionMessage,
  StandInMessage,
} from './use-messages.ts';

interface Shown {
  readonly message: CaseMessage;
  readonly onFollow: () => void;
}

/** What a colleague asks, or what became of a request. */
function useNewsWords(): (news: NonNullable<CaseMessage['news']>, step: string) => string {
  const { t } = useTranslation('frame');
  const text = useText();
  const nameOf = useActingName();
  return ({ news, kind, isAdded, by, standingInFor, byRoleTitle, to }, step) => {
    const what = kind === 'sign' && isAdded ? 'signAdded' : kind;
    const named = {
      by: nameOf(by, standingInFor),
      role: text(byRoleTitle),
      to: to ?? '',
      kind: t(`newsKind_${what}`),
      step,
    };
    if (news === 'asked' && kind === 'reassign') return t('messageNews_askedReassign', named);
    if (news === 'asked' && kind === 'copy') return t('messageNews_askedCopy', named);
    if (news === 'handedOn') return t(to === null ? 'messageNews_handedOnUnit' : 'messageNews_handedOn', named);
    return t(`messageNews_${news}`, named);
  };
}

/** Card, urge or news of a request, and the step it is about. */
function CaseTitle({ message }: Pick<Shown, 'message'>): ReactNode {
  const { t } = useTranslation('frame');
  const text = useText();
  const cardWords = useCardWords();
  const newsWords = useNewsWords();
  const nameOf = useActingName();
  const { card, urge, news, retraction } = message;
  const step = text(message.stepTitle);
  return (
    <>
      {card && card.rung !== 'reminder' && <LightSign light={card.rung} />}
      <span>
        {card && t('messageCard', { card: cardWords(card), step })}
        {news && newsWords(news, step)}
        {retraction &&
          t('messageRetraction', {
            ...{ by: nameOf(retraction.by, retraction.standingInFor), role: text(retraction.roleTitle) },
            ...{ act: text(retraction.stepTitle), step },
          })}
        {urge && t('messageUrge', { by: nameOf(urge.by, urge.standingInFor), role: text(urge.roleTitle), step })}
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

/** Who stands in for whom, or no more; said to the deputy as to the one who does. */
function StandInTitle({ message }: { readonly message: StandInMessage }): ReactNode {
  const { t } = useTranslation('frame');
  const { news, principal, deputy, isDeputy } = message;
  // An absence without a deputy has none that could fall away.
  if (deputy === null)
    return <span>{t(`messageStandIn_${news === 'deputyGone' ? 'ended' : news}Nobody`, { principal })}</span>;
  return <span>{t(isDeputy ? `messageStandIn_${news}You` : `messageStandIn_${news}`, { principal, deputy })}</span>;
}

/** What was changed about how one signs in. */
function AccountTitle({ message }: { readonly message: AccountMessage }): ReactNode {
  const { t } = useTranslation('frame');
  const text = useText();
  return <span>{t('messageAccount', { change: text(message.title) })}</span>;
}

/** What happened in a case that asks nothing of the reader. */
function NoticeTitle({ message }: { readonly message: NoticeMessage }): ReactNode {
  const text = useText();
  return <span>{text(message.title)}</span>;
}

function Title({ message }: { readonly message: MessageView }): ReactNode {
  const { t } = useTranslation('frame');
  return (
    <>
      {message.kind === 'case' && <CaseTitle message={message} />}
      {message.kind === 'revision' && <RevisionTitle message={message} />}
      {message.kind === 'standIn' && <StandInTitle message={message} />}
      {message.kind === 'account' && <AccountTitle message={message} />}
      {message.kind === 'notice' && <NoticeTitle message={message} />}
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

function StandInStanding({ message }: { readonly message: StandInMessage }): ReactNode {
  const { t } = useTranslation('frame');
  const text = useText();
  const { language } = useLanguage();
  const { today } = useMe();
  const { from, to, matter, by, reason } = message;
  const [first, last] = [from, to].map((day) => dayWithWeekday(day, language, today));
  const what = matter === null ? t('messageWholePost') : text(matter);
  return (
    <div className="message-standing">
      <span>{t('messageDays', { from: first, to: last, what })}</span>
      {message.standingInFor && <span>{t('messageFor', { name: message.standingInFor })}</span>}
      {by && <span>{t('messageBy', { name: by })}</span>}
      {reason && <span>{t('messageReason', { reason })}</span>}
    </div>
  );
}

/** The case that a message is about, and for whom it is read. */
function WhichCase({ message }: { readonly message: CaseMessage | NoticeMessage }): ReactNode {
  const { t } = useTranslation('frame');
  return (
    <>
      <span>
        {message.caseNumber} · {message.enterprise}
      </span>
      {message.standingInFor && <span>{t('messageFor', { name: message.standingInFor })}</span>}
    </>
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
      <WhichCase message={message} />
      {message.news?.note && (
        <span>
          {message.news.kind === 'reassign'
            ? t('messageReason', { reason: message.news.note })
            : t('messageNote', { note: message.news.note })}
        </span>
      )}
      {message.retraction?.reason && <span>{t('messageReason', { reason: message.retraction.reason })}</span>}
      {urge?.reason && <span>{t('messageReason', { reason: urge.reason })}</span>}
      {deadline && <Deadline deadline={deadline} today={today} onWhy={onWhy} />}
      {message.done && <span>{t('messageDone')}</span>}
      {owner && !message.done && <span>{[text(owner.unit), name(owner)].filter(Boolean).join(' · ')}</span>}
      {note && <span>{owner?.role === 'APP' ? t('messageLapse', { note: text(note) }) : text(note)}</span>}
    </div>
  );
}

/** What is to be known beside what a message says. */
function Standing({
  message,
  today,
  onFollow,
}: Omit<Shown, 'message'> & { readonly message: MessageView; readonly today: string }): ReactNode {
  const { t } = useTranslation('frame');
  if (message.kind === 'case') return <CaseStanding {...{ message, today, onFollow }} />;
  if (message.kind === 'revision') return <RevisionStanding message={message} />;
  if (message.kind === 'standIn') return <StandInStanding message={message} />;
  if (message.kind === 'notice')
    return (
      <div className="message-standing">
        <WhichCase message={message} />
      </div>
    );
  return (
    <div className="message-standing">
      <span>{t('messageAccountHint')}</span>
    </div>
  );
}

/** The way to what a message is about: its case, the cases of the post when it is about many, one's account, or who stands in. */
function Way({ message, onFollow }: { readonly message: MessageView; readonly onFollow: () => void }): ReactNode {
  const { post } = useMe();
  const shared = { className: 'link message-title', onClick: onFollow };
  if (message.kind === 'account')
    return (
      <Link to="/account" {...shared}>
        <Title message={message} />
      </Link>
    );
  if (message.kind === 'standIn')
    return (
      <Link to="/stand-in" {...shared}>
        <Title message={message} />
      </Link>
    );
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
            <Standing {...{ message, today, onFollow }} />
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
