import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, trpc } from '../../app/api.ts';
import { audienceOf, useMe } from '../../app/session.tsx';
import { Answer } from '../../elements/Answer.tsx';
import { Button } from '../../elements/Button.tsx';
import { ErrorText } from '../../elements/ErrorText.tsx';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { emptyRequest, missingIn, requestOf } from './draft.ts';
import { District, Kinds, UnitChoice, Words, type Change } from './RegisterFields.tsx';
import { RequestFiles, useRequestFiles } from './RequestFiles.tsx';
import type { Places } from './views.ts';
import './liaison.css';

/** What is asked besides whom. */
function Matter(part: Change): ReactNode {
  const { t } = useTranslation('liaison');
  const { post } = useMe();
  const isOfEnterprise = post.role === 'APP';
  return (
    <>
      <Kinds {...part} />
      <Words {...part} name="subject" maxLength={80} hint={t('subjectHint')} />
      <Words {...part} name="text" maxLength={4000} hint={t('textHint')} />
      {!isOfEnterprise && (
        <div className="liaison-pair">
          <Words {...part} name="enterprise" maxLength={120} optional />
          {audienceOf(post.role) === 'officer' && (
            <Words {...part} name="creditCode" maxLength={18} optional hint={t('creditCodeHint')} />
          )}
        </div>
      )}
      <div className="liaison-pair">
        <Words {...part} name="contact" maxLength={60} />
        <Words {...part} name="phone" maxLength={40} />
      </div>
      <label className="liaison-flag">
        <input
          type="checkbox"
          checked={part.draft.sensitive}
          onChange={(event) => part.change({ sensitive: event.target.checked })}
        />
        {t('sensitive')}
      </label>
    </>
  );
}

function Done(props: {
  readonly receipt: { caseId: string; caseNumber?: string };
  readonly onAnother: () => void;
}): ReactNode {
  const { t } = useTranslation('liaison');
  const { caseId, caseNumber } = props.receipt;
  return (
    <>
      <p role="status">{caseNumber === undefined ? t('recording') : t('registered', { number: caseNumber })}</p>
      <p className="panel-acts">
        <Button onClick={props.onAnother}>{t('another')}</Button>
        {caseNumber !== undefined && (
          <Link to="/cases/$caseId" params={{ caseId }} className="button button-solid">
            {t('openIt')}
          </Link>
        )}
      </p>
    </>
  );
}

/** One request from the first word to its receipt, under the id that its files wait under. */
function RegisterForm({ places, onAnother }: { readonly places: Places; readonly onAnother: () => void }): ReactNode {
  const { t } = useTranslation('liaison');
  const { person } = useMe();
  const [draft, setDraft] = useState(() => emptyRequest(places.own ?? '', person.name));
  const [requestId] = useState(() => crypto.randomUUID());
  const [isTried, setTried] = useState(false);
  const files = useRequestFiles(requestId);
  const register = useMutation(
    trpc.liaison.register.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }),
  );
  const change: Change['change'] = (changed) => setDraft((before) => ({ ...before, ...changed }));
  if (register.data) return <Done receipt={register.data} onAnother={onAnother} />;
  const missing = missingIn(draft);
  const isSending = files.sending.some(({ error }) => error === null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    const asked = requestOf(draft, { requestId, attachmentIds: files.files.map(({ attachmentId }) => attachmentId) });
    if (asked !== null && !isSending && !register.isPending) register.mutate(asked);
  };
  return (
    <form className="liaison-form" onSubmit={submit} noValidate>
      <District {...{ draft, change, places }} />
      <UnitChoice {...{ draft, change, places }} />
      <Matter {...{ draft, change }} />
      <RequestFiles of={files} />
      {isTried && missing.length > 0 && (
        <p className="error-text" role="alert">
          {t('missing', { fields: missing.map((name) => t(name)).join(', ') })}
        </p>
      )}
      {isTried && isSending && (
        <p className="error-text" role="alert">
          {t('filesSending')}
        </p>
      )}
      <ErrorText error={register.error} />
      <p className="panel-acts">
        <Button type="submit" look="solid" aria-busy={register.isPending}>
          {t(register.isPending ? 'submitting' : 'submit')}
        </Button>
      </p>
    </form>
  );
}

/** 诉求登记: whom it is put to, what is asked, and whom to answer. */
export default function RegisterPage(): ReactNode {
  const { t } = useTranslation('liaison');
  const { post } = useMe();
  const places = useQuery(trpc.liaison.districts.queryOptions());
  const [nth, setNth] = useState(1);
  return (
    <>
      <Answer sentence={t(audienceOf(post.role) === 'officer' ? 'registerTitleOfficer' : 'registerTitle')}>
        {t('registerNote')}
      </Answer>
      {places.isPending && <Loading rows={6} />}
      {places.error && !places.data && <ErrorState error={places.error} onRetry={() => void places.refetch()} />}
      {places.data && <RegisterForm key={nth} places={places.data} onAnother={() => setNth(nth + 1)} />}
    </>
  );
}
