import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client, queryClient, trpc } from '../../../app/api.ts';
import { useLive } from '../../../app/live.tsx';
import { Button } from '../../../elements/Button.tsx';
import { Dialog } from '../../../elements/Dialog.tsx';
import { ErrorText } from '../../../elements/ErrorText.tsx';
import type { CasePageView } from '../views.ts';

const kinds = ['reconsideration', 'lawsuit'] as const;

interface Filled {
  readonly kind: (typeof kinds)[number];
  readonly soughtOn: string;
  readonly body: string;
  readonly claims: string;
}

type Change = (part: Partial<Filled>) => void;

/** Kind, day, body and claims of a remedy. */
function RemedyFields(props: { readonly filled: Filled; readonly today: string; readonly change: Change }): ReactNode {
  const { t } = useTranslation('case');
  const { filled, today, change } = props;
  return (
    <>
      <fieldset className="field">
        <legend>{t('contestKind')}</legend>
        {kinds.map((kind) => (
          <label key={kind} className="contest-kind">
            <input type="radio" name="kind" checked={filled.kind === kind} onChange={() => change({ kind })} />{' '}
            {t(`contestKind_${kind}`)}
          </label>
        ))}
      </fieldset>
      <label className="field">
        <span>{t('contestSoughtOn')}</span>
        <input
          className="input"
          type="date"
          max={today}
          required
          value={filled.soughtOn}
          onChange={({ target }) => change({ soughtOn: target.value })}
        />
      </label>
      <label className="field">
        <span>{t('contestBody')}</span>
        <input
          className="input"
          maxLength={200}
          required
          value={filled.body}
          onChange={({ target }) => change({ body: target.value })}
        />
      </label>
      <label className="field">
        <span>{t('contestClaims')}</span>
        <textarea
          className="input reason-text"
          rows={4}
          maxLength={4000}
          required
          value={filled.claims}
          onChange={({ target }) => change({ claims: target.value })}
        />
      </label>
    </>
  );
}

const isFilled = ({ soughtOn, body, claims }: Filled): boolean =>
  [soughtOn, body, claims].every((value) => value.trim() !== '');

/** Enters the remedy once: sent again after a lost connection it is the same request. */
function useContest(page: CasePageView) {
  const { t } = useTranslation('case');
  const { announce } = useLive();
  const navigate = useNavigate();
  const requestId = useRef(crypto.randomUUID());
  return useMutation({
    mutationFn: (filled: Filled) =>
      client.remedy.open.mutate({ ...filled, caseId: page.caseId, requestId: requestId.current }),
    onSuccess: ({ caseId, state }) => {
      announce(t('contestDone'));
      void queryClient.invalidateQueries({ queryKey: trpc.case.pathKey() });
      if (state === 'recorded') void navigate({ to: '/cases/$caseId', params: { caseId } });
    },
  });
}

function ContestForm({
  page,
  titleId,
  close,
}: {
  readonly page: CasePageView;
  readonly titleId: string;
  readonly close: () => void;
}): ReactNode {
  const { t } = useTranslation('case');
  const missing = useId();
  const [filled, setFilled] = useState<Filled>({ kind: 'reconsideration', soughtOn: page.today, body: '', claims: '' });
  const [isMissing, setMissing] = useState(false);
  const contest = useContest(page);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setMissing(!isFilled(filled));
    if (isFilled(filled) && !contest.isPending) contest.mutate(filled, { onSuccess: close });
  };
  return (
    <form onSubmit={submit} noValidate aria-describedby={isMissing ? missing : undefined}>
      <h2 id={titleId}>{t('contest')}</h2>
      <p className="reason-means">{t(page.state === 'open' ? 'contestMeansGranted' : 'contestMeans')}</p>
      <RemedyFields filled={filled} today={page.today} change={(part) => setFilled({ ...filled, ...part })} />
      {isMissing && (
        <p id={missing} className="error-text" role="alert">
          {t('contestNeeded')}
        </p>
      )}
      <ErrorText error={contest.error} />
      <p className="panel-acts">
        <Button onClick={close}>{t('cancelContest')}</Button>
        <Button type="submit" look="solid" aria-busy={contest.isPending}>
          {t('contest')}
        </Button>
      </p>
    </form>
  );
}

/** The act that enters a remedy against a decided case. */
export function ContestAct({ page }: { readonly page: CasePageView }): ReactNode {
  const { t } = useTranslation('case');
  const titleId = useId();
  const [isOpen, setOpen] = useState(false);
  if (!page.mayContest) return null;
  return (
    <>
      <Button className="case-contest" onClick={() => setOpen(true)}>
        {t('contest')}
      </Button>
      {isOpen && (
        <Dialog labelledBy={titleId} className="reason-dialog" onClose={() => setOpen(false)}>
          {(close) => <ContestForm page={page} titleId={titleId} close={close} />}
        </Dialog>
      )}
    </>
  );
}
