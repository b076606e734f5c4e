import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../elements/Button.tsx';
import { civilDay, dayWithWeekday } from '../../elements/dates.ts';
import { DaysLeft, DeadlineDay } from '../../elements/Deadline.tsx';
import { Light, LightSign } from '../../elements/Light.tsx';
import { useHolderName } from '../../elements/holder.ts';
import { useLimitWords } from '../../elements/limit-words.ts';
import { Mark } from '../../elements/Mark.tsx';
import { ThreePartBar, type BarPart } from '../../elements/ThreePartBar.tsx';
import { Trail, Urges } from '../../elements/urge/Trail.tsx';
import { UrgeButton } from '../../elements/urge/UrgeButton.tsx';
import { useLanguage, useText } from '../../locales/index.ts';
import { useDoer } from './timeline/use-doer.ts';
import type { CasePageView, DutyView } from './views.ts';

interface Standing {
  readonly page: CasePageView;
  readonly chosen: DutyView | null;
  readonly onWhy: (key: string) => void;
}

/** Several duties at once: each with its light, the one shown marked. */
function Switch({ page, chosen }: Pick<Standing, 'page' | 'chosen'>): ReactNode {
  const { t } = useTranslation(['case', 'elements']);
  const text = useText();
  if (page.duties.length < 2) return null;
  return (
    <nav className="chips case-switch" aria-label={t('dutiesNow')}>
      <span>{t('atOnce', { count: page.duties.length })}</span>
      {page.duties.map(({ key, stepTitle, about, deadline, owner }) => (
        <Link
          key={key}
          to="/cases/$caseId"
          params={{ caseId: page.caseId }}
          search={(before) => ({ ...before, duty: key })}
          replace
          resetScroll={false}
          className="chip"
          aria-current={key === chosen?.key ? 'true' : undefined}
        >
          {deadline.light && <LightSign light={deadline.light} />} {text(stepTitle)}
          {about && <strong>{text(about)}</strong>}
          {deadline.light && <span className="visually-hidden">{t(`elements:${deadline.light}`)}</span>}
          <span className="case-switch-who">{owner.person ?? text(owner.roleTitle)}</span>
        </Link>
      ))}
    </nav>
  );
}

function useDeadlinePart({ page, chosen: duty, onWhy }: Standing & { readonly chosen: DutyView }): BarPart {
  const { t } = useTranslation(['case', 'elements']);
  const words = useLimitWords();
  const { deadline, key } = duty;
  const { why } = deadline;
  const dated = deadline.on !== null || deadline.at !== null;
  return {
    label: t('elements:deadline'),
    value: (
      <span className="case-deadline">
        <DeadlineDay deadline={deadline} today={page.today} />
        {dated && <Light light={deadline.light} stopped={deadline.clockStopped} />}
        {why && (
          <Button look="text" small className="case-why-link" onClick={() => onWhy(key)}>
            {t(dated ? 'whyThatDay' : 'howCounted')}
          </Button>
        )}
      </span>
    ),
    note: (
      <span className="case-deadline-note">
        {dated && <DaysLeft deadline={deadline} />}
        {why && (
          <span>
            {[why.limit, ...why.extensions].map(words).join(' + ')} <Mark mark={why.mark} />
          </span>
        )}
        {why?.consequence && <Silence means={why.consequence} />}
      </span>
    ),
  };
}

function Silence({ means }: { readonly means: DutyView['stepTitle'] }): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  return <strong className="case-silence">{t('ifSilent', { means: text(means) })}</strong>;
}

/** Who holds the ball, in words. */
function useHolder(duty: DutyView): string {
  const { t } = useTranslation('case');
  if (duty.holder === 'me') return t('withYou');
  if (duty.deadline.clockStopped) return t('withNobody');
  if (duty.owner.role === 'APP') return t('withEnterprise');
  return duty.holder === 'pool' ? t('inPool') : t('withAgency');
}

/** Whoever has the step, and who stands in for them today: 周敏（郭岚代）. */
function useOwnerAndDeputies(): (duty: DutyView) => string | null {
  const { t } = useTranslation('case');
  const name = useHolderName();
  return ({ owner, deputies }) => {
    const who = name(owner);
    if (who === null || deputies.length === 0) return who;
    return t('ownerWithDeputy', { owner: who, deputies: deputies.join(t('nameComma')) });
  };
}

function useParts(standing: Standing & { readonly chosen: DutyView }): readonly BarPart[] {
  const { t } = useTranslation(['case', 'elements']);
  const text = useText();
  const { language } = useLanguage();
  const { page, chosen: duty } = standing;
  const since = t('since', { day: dayWithWeekday(civilDay(duty.openedAt), language, page.today) });
  const holder = useHolder(duty);
  const whoOf = useOwnerAndDeputies();
  const { owner } = duty;
  return [
    { label: t('elements:step'), value: text(duty.stepTitle), note: duty.basis.map(text).join(t('comma')) },
    useDeadlinePart(standing),
    {
      label: t('elements:owner'),
      value: [whoOf(duty), `${text(owner.unit)} ${text(owner.roleTitle)}`].filter(Boolean).join(' · '),
      note: (
        <>
          {`${holder}${t('comma')}${since}`}
          <Urging page={page} chosen={duty} />
        </>
      ),
    },
  ];
}

/** What was sent for the step so far, and the way to urge for those who may. */
function Urging({ page, chosen: duty }: Pick<Standing, 'page'> & { readonly chosen: DutyView }): ReactNode {
  const { caseId, caseNumber, today } = page;
  const { key, stepTitle, owner, trail, mayUrge } = duty;
  if (trail === null || (trail.cards.length === 0 && trail.urges.length === 0 && !mayUrge)) return null;
  return (
    <span className="case-urging">
      <span>
        <Trail trail={trail} today={today} />
        {(mayUrge || trail.urges.length > 0) && <Urges trail={trail} today={today} />}
      </span>
      {mayUrge && (
        <span>
          <UrgeButton {...{ caseId, caseNumber, stepTitle, owner }} duty={key} againOn={trail.urgeAgainOn} />
        </span>
      )}
    </span>
  );
}

function Open(standing: Standing & { readonly chosen: DutyView }): ReactNode {
  return <ThreePartBar parts={useParts(standing)} />;
}

/** A case without an open step: how it ended, when, and by whom; or that it waits. */
function Rest({ page }: { readonly page: CasePageView }): ReactNode {
  const { t } = useTranslation(['case', 'elements']);
  const text = useText();
  const { language } = useLanguage();
  const last = page.timeline.at(-1);
  const day = last ? dayWithWeekday(last.on, language, page.today) : '';
  const doer = useDoer();
  return (
    <ThreePartBar
      parts={[
        { label: t('result'), value: page.ending ? text(page.ending) : t('waiting'), note: text(last?.act) },
        { label: t(page.state === 'closed' ? 'closedOn' : 'lastActOn'), value: day },
        { label: t('lastActBy'), value: last ? doer(last) : '' },
      ]}
    />
  );
}

/** 步骤 | 期限 | 责任人 of the duty shown, and the switch between duties that are open at once. */
export const Standing = (standing: Standing): ReactNode => (
  <>
    <Switch page={standing.page} chosen={standing.chosen} />
    {standing.chosen ? <Open {...standing} chosen={standing.chosen} /> : <Rest page={standing.page} />}
  </>
);
