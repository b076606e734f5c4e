import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useActingName } from '../../../elements/acting-name.ts';
import { Deadline } from '../../../elements/Deadline.tsx';
import { HappenedAt } from '../../../elements/HappenedAt.tsx';
import { useKindWords } from '../../../elements/involvement/kind-words.ts';
import type { RequestView } from '../../../elements/involvement/views.ts';
import { useText } from '../../../locales/index.ts';
import { TakeBack } from './TakeBack.tsx';

/** 同意, 不同意 or not yet, as a mark that is read without its colour. */
function Seal({ verdict }: Pick<RequestView, 'verdict'>): ReactNode {
  const sign = verdict === 'agree' ? '✓' : verdict === 'disagree' ? '✗' : '';
  const look = verdict === null ? '' : ` involvement-seal-${verdict}`;
  return (
    <span className={`involvement-seal${look}`} aria-hidden="true">
      {sign}
    </span>
  );
}

function useStateWords(): (request: RequestView) => string {
  const { t } = useTranslation('involvement');
  return ({ state, kind, verdict }) => {
    if (verdict !== null) return t(`verdict_${verdict}`);
    if (state === 'open' && kind === 'sign') return t('state_signOpen');
    if (state === 'done' && kind === 'reassign') return t('state_reassigned');
    return t(`state_${state}`);
  };
}

/** One who is asked: who, by whom, until when, what they said, and the way to take it back. */
export function RequestLine(props: {
  readonly request: RequestView;
  readonly caseId: string;
  readonly today: string;
}): ReactNode {
  const { t } = useTranslation('involvement');
  const text = useText();
  const stateOf = useStateWords();
  const kindWords = useKindWords();
  const nameOf = useActingName();
  const { request, caseId, today } = props;
  const { to, by, kind, state, opinion, note, closedReason, closedBy, deadline, dueWhy, outcomeTitle, duty, id } =
    request;
  const whole = [to.person, text(to.unit), to.person === null ? null : text(to.roleTitle)].filter(Boolean).join(' · ');
  return (
    <li>
      <Seal verdict={request.verdict} />
      <span>
        <strong>{kindWords(request)}</strong> {whole}
      </span>
      <span className="involvement-state">{stateOf(request)}</span>
      <span className="involvement-words">
        <span className="case-note">
          {nameOf(by.person ?? '', by.standingInFor)} · {text(by.roleTitle)}{' '}
          <HappenedAt at={request.closedAt ?? request.askedAt} today={today} />
        </span>
        {note && <div>{note}</div>}
        {state === 'open' && deadline && (
          <div>
            {t('due')} <Deadline deadline={deadline} today={today} />
            {dueWhy && <span className="involvement-note"> {text(dueWhy)}</span>}
          </div>
        )}
        {outcomeTitle && <div>{t('proposes', { outcome: text(outcomeTitle) })}</div>}
        {opinion && <div>“{opinion}”</div>}
        {closedReason && (
          <div className="case-note">
            {closedBy === null
              ? closedReason
              : t('closedBy', { by: nameOf(closedBy.person, closedBy.standingInFor), reason: closedReason })}
          </div>
        )}
        {request.mayTakeBack && (
          <TakeBack
            caseId={caseId}
            duty={duty}
            involvementId={id}
            title={t(kind === 'sign' ? 'takeOff' : 'takeBack')}
          />
        )}
      </span>
    </li>
  );
}
