import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../elements/Button.tsx';
import { ErrorText } from '../../../elements/ErrorText.tsx';
import { useText } from '../../../locales/index.ts';
import { DeskBanner, DeskMenu } from '../involvement/DeskWork.tsx';
import { fateOf } from '../steady.ts';
import type { CasePageView, DutyView } from '../views.ts';
import type { ActContext, DoneAct } from './act.ts';
import { ActChoice } from './ActChoice.tsx';
import { ActForm } from './ActForm.tsx';
import { Figures } from './Figures.tsx';
import { openedFirst } from './sent-form.ts';
import { useClaim } from './use-claim.ts';
import { useKept } from './use-kept.ts';

type Shown = { readonly duty: DutyView; readonly page: CasePageView; readonly act: ActContext };

/** Takes the duty from the pool, or gives it back; solid only while nothing else is chosen. */
function Hands({ duty, act, solid }: Omit<Shown, 'page'> & { readonly solid: boolean }): ReactNode {
  const { t } = useTranslation('case');
  const claiming = useClaim(duty, act.steady, (what) => t(what === 'claim' ? 'claimed' : 'released'));
  if (duty.owner.role === 'APP') return null;
  return (
    <div className="desk-hands">
      {duty.holder === 'pool' ? (
        <>
          <Button look={solid ? 'solid' : 'outlined'} aria-busy={claiming.pending} onClick={claiming.claim}>
            {t('claim')}
          </Button>
          <span className="case-note">{t('claimMeans')}</span>
        </>
      ) : (
        <Button look="text" small aria-busy={claiming.pending} onClick={claiming.release}>
          {t('release')}
        </Button>
      )}
      <ErrorText error={claiming.error} />
    </div>
  );
}

/** The duty to be done: its buttons, and the form of the one that is chosen. */
export function DeskForm({ duty, page, act, onDone }: Shown & { readonly onDone: (done: DoneAct) => void }): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  const title = useId();
  const kept = useKept(duty, act.onTyped);
  const inPool = duty.holder === 'pool';
  const [asked, setAsked] = useState(() => kept.found.outcome);
  // What lies in the pool is claimed first, unless the reader chooses a button all the same.
  const opened = inPool && asked === null ? null : openedFirst(duty.outcomes, asked);
  const chosen = duty.outcomes.find(({ name }) => name === opened) ?? null;
  const choose = (name: string): void => {
    setAsked(name);
    kept.onOutcome(name);
  };
  return (
    <section className="desk" aria-labelledby={title}>
      <div className="desk-head">
        <h2 id={title}>{text(duty.stepTitle)}</h2>
        {duty.about && <strong className="desk-about">{text(duty.about)}</strong>}
        <span className="case-note">{t(inPool ? 'deskInPool' : 'deskYours')}</span>
      </div>
      <DeskBanner duty={duty} />
      <Figures duty={duty} page={page} />
      {inPool && <Hands duty={duty} act={act} solid={chosen === null} />}
      <ActChoice outcomes={duty.outcomes} chosen={opened} onChoose={choose} />
      {chosen && <ActForm {...{ duty, page, act, kept, onDone }} outcome={chosen} look="solid" />}
      {!inPool && fateOf(duty, act.latest) === 'open' && <Hands duty={duty} act={act} solid={false} />}
      <DeskMenu duty={duty} />
    </section>
  );
}
