import { useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { useText } from '../../locales/index.ts';
import { Button } from '../Button.tsx';
import { ErrorText } from '../ErrorText.tsx';
import type { DutyView } from '../views.ts';
import { useInvolvementAct } from './use-act.ts';
import type { RequestView } from './views.ts';
import './involvement.css';

type Verdict = 'agree' | 'disagree' | null;

interface Responding {
  readonly request: Pick<RequestView, 'id' | 'duty' | 'kind'>;
  readonly caseId: string;
  /** Buttons that whoever prepares the step may propose; none where they are not known here. */
  readonly outcomes?: DutyView['outcomes'];
  readonly onDone: () => void;
}

/** The opinion of whoever is asked, and 同意 or 不同意 where it is a signature. */
export function RespondForm({ request, caseId, outcomes = [], onDone }: Responding): ReactNode {
  const { t } = useTranslation('involvement');
  const text = useText();
  const id = useId();
  const [opinion, setOpinion] = useState('');
  const [outcome, setOutcome] = useState('');
  const [isTried, setTried] = useState(false);
  // The same opinion sent again after a lost connection is the same request.
  const requestId = useRef(crypto.randomUUID());
  const { id: involvementId, duty, kind } = request;
  const act = useInvolvementAct(
    (verdict: Verdict) =>
      client.involvement.respond.mutate({
        ...{ caseId, duty, involvementId, verdict, requestId: requestId.current, opinion },
        outcome: outcome === '' ? null : outcome,
      }),
    { said: t('answered'), onDone },
  );
  const isMissing = opinion.trim() === '';
  const say = (verdict: Verdict): void => {
    setTried(true);
    if (!isMissing) act.send(verdict);
  };
  return (
    <div className="involvement-form">
      {kind === 'delegate' && outcomes.length > 0 && (
        <label>
          {t('proposed')}
          <select value={outcome} onChange={(event) => setOutcome(event.target.value)}>
            <option value="">{t('noProposal')}</option>
            {outcomes.map(({ name, title }) => (
              <option key={name} value={name}>
                {text(title)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label htmlFor={id}>{t('yourOpinion')}</label>
      <textarea
        id={id}
        rows={3}
        maxLength={2000}
        value={opinion}
        onChange={(event) => setOpinion(event.target.value)}
      />
      {isTried && isMissing && (
        <p className="error-text" role="alert">
          {t('opinionMissing')}
        </p>
      )}
      <ErrorText error={act.error} />
      <p className="involvement-acts">
        {kind === 'sign' ? (
          <>
            <Button look="solid" aria-busy={act.isPending} onClick={() => say('agree')}>
              {t('agree')}
            </Button>
            <Button look="danger" aria-busy={act.isPending} onClick={() => say('disagree')}>
              {t('disagree')}
            </Button>
          </>
        ) : (
          <Button look="solid" aria-busy={act.isPending} onClick={() => say(null)}>
            {t(kind === 'delegate' ? 'giveBack' : 'giveOpinion')}
          </Button>
        )}
      </p>
    </div>
  );
}
