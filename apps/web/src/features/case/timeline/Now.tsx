import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Deadline } from '../../../elements/Deadline.tsx';
import { useHolderName } from '../../../elements/holder.ts';
import { Trail, Urges } from '../../../elements/urge/Trail.tsx';
import { UrgeButton } from '../../../elements/urge/UrgeButton.tsx';
import { useText } from '../../../locales/index.ts';
import type { CasePageView, DutyView } from '../views.ts';
import { latestDue } from './latest-due.ts';

type Asking = { readonly page: CasePageView; readonly onWhy: (key: string) => void };

/** What was sent for the step so far, and the way to urge for those who may. */
function Urging({ duty, page }: { readonly duty: DutyView; readonly page: CasePageView }): ReactNode {
  const { caseId, caseNumber, today } = page;
  const { key, stepTitle, owner, trail, mayUrge } = duty;
  if (trail === null || (trail.cards.length === 0 && trail.urges.length === 0 && !mayUrge)) return null;
  return (
    <span className="time-urging">
      <Trail trail={trail} today={today} />
      {(mayUrge || trail.urges.length > 0) && <Urges trail={trail} today={today} />}
      {mayUrge && <UrgeButton {...{ caseId, caseNumber, stepTitle, owner }} duty={key} againOn={trail.urgeAgainOn} />}
    </span>
  );
}

/** A step that is open now: who has it, what it is, by when. */
function OpenStep({ duty, page, onWhy }: Asking & { readonly duty: DutyView }): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  const { owner, holder, deadline } = duty;
  const { today } = page;
  const name = useHolderName();
  return (
    <>
      <span className="time-now-who">
        {holder === 'me' ? t('waitsForYou') : t('waitsFor', { who: text(owner.roleTitle) })}
      </span>
      <strong className="time-act">{text(duty.stepTitle)}</strong>
      <span className="time-who">{[name(owner), text(owner.unit)].filter(Boolean).join(' · ')}</span>
      <Deadline deadline={deadline} today={today} {...(deadline.why ? { onWhy: () => onWhy(duty.key) } : {})} />
      <Urging duty={duty} page={page} />
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
  const { duties } = page;
  if (duties.length === 0) return null;
  const last = latestDue(duties);
  const [only] = duties;
  return (
    <li className="time-row time-row-now" aria-current="step">
      <span className="time-when">{t('now')}</span>
      <span className="time-dot time-dot-now" aria-hidden="true" />
      {duties.length === 1 && only ? (
        <div className="time-what">
          <OpenStep duty={only} page={page} onWhy={onWhy} />
        </div>
      ) : (
        <div className="time-what time-parallel">
          {duties.map((duty) => (
            <section
              key={duty.key}
              className={duty.key === last ? 'time-branch-column time-last' : 'time-branch-column'}
            >
              {duty.key === last && <span className="time-last-mark">{t('endsLast')}</span>}
              <OpenStep duty={duty} page={page} onWhy={onWhy} />
            </section>
          ))}
        </div>
      )}
    </li>
  );
}
