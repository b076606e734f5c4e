import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client, lianbanError, trpc } from '../../../app/api.ts';
import { audienceOf, homeOf, useMe } from '../../../app/session.tsx';
import { WhyDay } from '../../../elements/Deadline.tsx';
import { ErrorText } from '../../../elements/ErrorText.tsx';
import { useWhy } from '../../../elements/why/WhyHost.tsx';
import { useText } from '../../../locales/index.ts';
import { RetractButton } from '../retract/RetractButton.tsx';
import type { CasePageView, ReceiptView } from '../views.ts';
import type { DoneAct } from './act.ts';

type Recorded = Extract<ReceiptView, { state: 'recorded' }>;

const askAgainMs = 3_000;

/** The receipt once the act is recorded: while it is being recorded, the same request asks again what became of it. */
function useReceipt({ sent, receipt }: DoneAct): { readonly receipt: ReceiptView; readonly error: unknown } {
  const queries = useQueryClient();
  const followed = useQuery({
    queryKey: ['receipt', sent.requestId],
    queryFn: async () => {
      const next = await client.duty.answer.mutate(sent);
      if (next.state === 'recorded') void queries.invalidateQueries({ queryKey: trpc.case.pathKey() });
      return next;
    },
    enabled: receipt.state === 'recording',
    initialData: receipt,
    retry: false,
    refetchInterval: ({ state }) => (state.data?.state === 'recorded' || isFinal(state.error) ? false : askAgainMs),
  });
  return { receipt: followed.data, error: isFinal(followed.error) ? followed.error : null };
}

/** A refusal is the end; a lost connection is not. */
const isFinal = (error: unknown): boolean =>
  error !== null && !['OFFLINE', 'UNAVAILABLE', 'INTERNAL'].includes(lianbanError(error)?.code ?? 'INTERNAL');

function Led({ receipt, page }: { readonly receipt: Recorded; readonly page: CasePageView }): ReactNode {
  const { t } = useTranslation(['case', 'elements']);
  const text = useText();
  const why = useWhy();
  const { caseId, today } = page;
  const who = ({ person, roleTitle, unit }: Recorded['opened'][number]['owner']): string =>
    [text(unit), person ?? text(roleTitle)].join(' ');
  return (
    <ul className="desk-led">
      {receipt.documents.map(({ title, number }, index) => (
        <li key={index}>
          {t('made', { document: text(title) })} {number && <strong>{number}</strong>}
        </li>
      ))}
      {receipt.opened.map(({ key, stepTitle, owner, dueOn }) => (
        <li key={key}>
          {t('opened', { step: text(stepTitle), who: who(owner) })}
          {dueOn && (
            <>
              {t('openedBy')}
              <WhyDay on={dueOn} today={today} onWhy={() => why({ caseId, key })} />
            </>
          )}
        </li>
      ))}
      {receipt.closed && <li>{t('nowClosed', { ending: text(receipt.closed) })}</li>}
    </ul>
  );
}

/** What the act led to, in place of its form: documents with their numbers, what opened next, or that it is being recorded. */
export function Result({ done, page }: { readonly done: DoneAct; readonly page: CasePageView }): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  const { post } = useMe();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const { receipt, error } = useReceipt(done);
  // The button that was pressed is gone; the reader goes on from its result.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const act = text(done.outcome.title);
  const entry = receipt.state === 'recorded' && page.timeline.find(({ version }) => version === receipt.version);
  const title = error ? 'notRecorded' : receipt.state === 'recorded' ? 'doneAct' : 'receivedAct';
  const audience = audienceOf(post.role);
  return (
    <section className="desk desk-result" aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {t(title, { step: text(done.duty.stepTitle), act })}
      </h2>
      <div role="status">
        {error ? <ErrorText error={error} /> : null}
        {!error && receipt.state === 'recorded' && <Led receipt={receipt} page={page} />}
        {!error && receipt.state === 'recording' && <p className="case-note">{t('recordingMeans')}</p>}
      </div>
      {entry && <RetractButton caseId={page.caseId} entry={entry} />}
      <Link to={audience === 'enterprise' ? '/my-duties' : homeOf[audience]} className="link">
        {t(audience === 'enterprise' ? 'toMyDuties' : 'toInbox')}
      </Link>
    </section>
  );
}
