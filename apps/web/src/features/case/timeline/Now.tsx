import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Deadline } from '../../../elements/Deadline.tsx';
import { useHolderName } from '../../../elements/holder.ts';
import { useText } from '../../../locales/index.ts';
import type { CasePageView, DutyView } from '../views.ts';
import { latestDue } from './latest-due.ts';

type Asking = { readonly today: string; readonly onWhy: (key: string) => void };

/** A step that is open now: who has it, what it is, by when. */
function OpenStep({ duty, today, onWhy }: Asking & { readonly duty: DutyView }): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  const { owner, holder, deadline } = duty;
  const name = useHolderName();
  return (
    <>
      <span className="time-now-who">
        {holder === 'me' ? t('waitsForYou') : t('waitsFor', { who: text(owner.roleTitle) })}
      </span>
      <strong className="time-act">{text(duty.stepTitle)}</strong>
      {duty.about && <span className="time-about">{text(duty.about)}</span>}
      <span className="time-who">{[name(owner), text(owner.unit)].filter(Boolean).join(' · ')}</span>
      <Deadline deadline={deadline} today={today} {...(deadline.why ? { onWhy: () => onWhy(duty.key) } : {})} />
    </>
  );
}

/** What is being done now; several steps at once side by side, the one that may last longest marked. */
export function Now({
  page,
  onWhy,
}: {
  readonly page: CasePageView;
  readonly onWhy: (key: string) => void;
}): ReactNode {
  const { t } = useTranslation('case');
  const { duties, today } = page;
  if (duties.length === 0) return null;
  const last = latestDue(duties);
  const [only] = duties;
  return (
    <li className="time-row time-row-now" aria-current="step">
      <span className="time-when">{t('now')}</span>
      <span className="time-dot time-dot-now" aria-hidden="true" />
      {duties.length === 1 && only ? (
        <div className="time-what">
          <OpenStep duty={only} today={today} onWhy={onWhy} />
        </div>
      ) : (
        <div className="time-what time-parallel">
          {duties.map((duty) => (
            <section
              key={duty.key}
              className={duty.key === last ? 'time-branch-column time-last' : 'time-branch-column'}
            >
              {duty.key === last && <span className="time-last-mark">{t('endsLast')}</span>}
              <OpenStep duty={duty} today={today} onWhy={onWhy} />
            </section>
          ))}
        </div>
      )}
    </li>
  );
}
