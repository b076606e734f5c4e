import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc, type ShownError } from '../../../app/api.ts';
import { useActingName } from '../../../elements/acting-name.ts';
import { Button } from '../../../elements/Button.tsx';
import { Stale } from '../../../elements/states/Stale.tsx';
import { useText } from '../../../locales/index.ts';
import { fateOf } from '../steady.ts';
import { useDone } from '../timeline/use-done.ts';
import type { DutyView } from '../views.ts';
import type { ActContext } from './act.ts';
import { isOutdated, refusalOf, type Refusal } from './refusal.ts';

interface Shown {
  readonly duty: DutyView;
  readonly act: ActContext;
  readonly refused: ShownError | null;
}

/** What changed, as the refusal has it; the sentence of its code where it says no more. */
function useChanged(duty: DutyView): (refusal: Refusal, sentence: string) => string {
  const { t } = useTranslation('case');
  const text = useText();
  const nameOf = useActingName();
  return (refusal, sentence) => {
    if (refusal.kind === 'taken' && refusal.by) return t('takenBy', { by: refusal.by });
    if (refusal.kind === 'barred') return text(refusal.reason) || text(duty.whyNot) || sentence;
    if (refusal.kind !== 'settled' || !refusal.by) return sentence;
    const { act } = refusal;
    const by = nameOf(refusal.by, refusal.standingInFor ?? null);
    return act ? t('justDoneBy', { by, act: text(act) }) : t('justHandledBy', { by });
  };
}

/** What others did while the reader was typing, as the latest reading has it. */
function useNews({ duty, act }: Omit<Shown, 'refused'>): string {
  const { t } = useTranslation('case');
  const text = useText();
  const done = useDone();
  const nameOf = useActingName();
  const told = act.steady.news.map((entry) =>
    entry.who
      ? t('justDoneBy', { by: nameOf(entry.who.person, entry.who.standingInFor), act: done(entry) })
      : t('justHappened', { act: done(entry) }),
  );
  if (told.length > 0) return told.join('');
  const now = [...act.latest.duties, ...act.latest.rights].find(({ key }) => key === duty.key);
  if (now?.owner.person && now.holder === 'other') return t('takenBy', { by: now.owner.person });
  return text(now?.whyNot) || t('changed');
}

/** Something happened beside the reader's own step, which is still theirs. */
function Meanwhile({ news, onReload }: { readonly news: string; readonly onReload: () => void }): ReactNode {
  const { t } = useTranslation(['case', 'elements']);
  return (
    <div className="state-strip" role="status">
      <span>
        <strong>{t('meanwhile')}</strong> {news}
      </span>
      <Button small onClick={onReload}>
        {t('elements:reload')}
      </Button>
    </div>
  );
}

/**
 * What became of the act when it did not go through, or what changed meanwhile. What was typed stays where it is; the page is
 * drawn anew when the reader asks for it.
 */
export function Refused({ duty, act, refused }: Shown): ReactNode {
  const { t } = useTranslation(['case', 'elements']);
  const queries = useQueryClient();
  const changed = useChanged(duty);
  const news = useNews({ duty, act });
  const refusal = refused && refusalOf(refused, duty);
  const showLatest = (): void => {
    act.onTyped(duty.key, false);
    const read = queries.fetchQuery({ ...trpc.case.page.queryOptions({ caseId: duty.caseId }), staleTime: 0 });
    void read.then(act.steady.showLatest, () => undefined);
  };
  const outdated = refused && refusal && isOutdated(refusal) ? changed(refusal, refused.text) : null;
  const overtaken = act.steady.isStale && fateOf(duty, act.latest) !== 'open' ? news : null;
  if (outdated !== null || overtaken !== null)
    return (
      <>
        <Stale changed={outdated ?? overtaken} onReload={showLatest} />
        <p className="case-note">{t('typedStays')}</p>
      </>
    );
  return (
    <>
      {refused && (
        <p className="error-text" role="alert">
          {refused.text} <span className="error-code">{t('elements:errorCode', { code: refused.code })}</span>
        </p>
      )}
      {act.steady.isStale && <Meanwhile news={news} onReload={showLatest} />}
    </>
  );
}
