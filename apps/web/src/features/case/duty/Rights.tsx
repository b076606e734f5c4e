import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../app/session.tsx';
import { Button } from '../../../elements/Button.tsx';
import { Deadline } from '../../../elements/Deadline.tsx';
import { Section } from '../../../elements/Section.tsx';
import { explainedOn } from '../../../elements/why/explained.ts';
import { useWhy } from '../../../elements/why/WhyHost.tsx';
import { useText } from '../../../locales/index.ts';
import type { CasePageView, DutyView } from '../views.ts';
import type { ActContext, DoneAct } from './act.ts';
import { ActChoice } from './ActChoice.tsx';
import { ActForm } from './ActForm.tsx';
import { Result } from './Result.tsx';
import { openedFirst } from './sent-form.ts';
import { useKept } from './use-kept.ts';

type Shown = { readonly right: DutyView; readonly page: CasePageView; readonly act: ActContext };

function RightForm({ right, page, act, onDone }: Shown & { readonly onDone: (done: DoneAct) => void }): ReactNode {
  const kept = useKept(right, act.onTyped);
  const [asked, setAsked] = useState(kept.found.outcome);
  const opened = openedFirst(right.outcomes, asked);
  const chosen = right.outcomes.find(({ name }) => name === opened);
  const choose = (name: string): void => {
    setAsked(name);
    kept.onOutcome(name);
  };
  return (
    <>
      <ActChoice outcomes={right.outcomes} chosen={opened} onChoose={choose} />
      {chosen && (
        <ActForm
          {...{ duty: right, page, act, kept, onDone }}
          outcome={chosen}
          look={chosen.tone === 'danger' ? 'danger' : 'outlined'}
        />
      )}
    </>
  );
}

/** A right: its name and basis; pressing it unfolds its form. One that is barred says why. */
function Right({ right, page, act, onDone }: Shown & { readonly onDone: (done: DoneAct) => void }): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <li className="rights-line">
      <div className="rights-head">
        <Button
          small
          look="text"
          className="rights-open"
          unavailable={!right.mayAct}
          aria-expanded={right.mayAct ? open : undefined}
          aria-describedby={right.mayAct ? undefined : `${id}-why`}
          onClick={() => setOpen(!open)}
        >
          {text(right.stepTitle)}
        </Button>
        <span id={`${id}-why`} className="case-note">
          {right.mayAct ? right.basis.map(text).join(t('comma')) : text(right.whyNot)}
        </span>
        <Until right={right} page={page} />
      </div>
      {open && <RightForm {...{ right, page, act, onDone }} />}
    </li>
  );
}

/** By when it may be used, where there is such a day. */
function Until({ right, page }: Pick<Shown, 'right' | 'page'>): ReactNode {
  const why = useWhy();
  const { deadline, key } = right;
  if (!deadline.why) return null;
  const onWhy = (): void => why(explainedOn(page, key) ?? { caseId: page.caseId, key });
  return <Deadline {...{ deadline, today: page.today, onWhy }} />;
}

/** What others may do, by whom and until when, in one line. */
function OfOthers({ rights, page }: { readonly rights: readonly DutyView[]; readonly page: CasePageView }): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  if (rights.length === 0) return null;
  const named = rights.map(({ stepTitle, owner }) =>
    t('rightOf', { right: text(stepTitle), role: text(owner.roleTitle) }),
  );
  return (
    <p className="case-note rights-others">
      {t('othersMay', { list: named.join(t('comma')) })}{' '}
      {rights.map((right) => (
        <Until key={right.key} right={right} page={page} />
      ))}
    </p>
  );
}

/** What may be asked for at any time beside the duty: withdrawal, more time, deregistration. Quiet, and barred ones say why. */
export function Rights({ page, act }: { readonly page: CasePageView; readonly act: ActContext }): ReactNode {
  const { t } = useTranslation('case');
  const { post } = useMe();
  const [done, setDone] = useState<DoneAct | null>(null);
  const rights = page.rights.filter(({ key }) => key !== done?.duty.key);
  if (rights.length === 0 && !done) return null;
  const own = rights.filter(({ owner }) => owner.role === post.role);
  return (
    <Section title={t('rights')} note={t(own.length > 0 ? 'rightsNote' : 'rightsNoteOthers')} className="rights">
      {done && <Result key={done.sent.requestId} done={done} page={page} />}
      <ul>
        {own.map((right) => (
          <Right key={right.key} {...{ right, page, act }} onDone={setDone} />
        ))}
      </ul>
      <OfOthers rights={rights.filter(({ owner }) => owner.role !== post.role)} page={page} />
    </Section>
  );
}
