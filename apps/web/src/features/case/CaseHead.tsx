import { mayCall } from '@lianban/domain/permission';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session.tsx';
import { Answer } from '../../elements/Answer.tsx';
import { Button } from '../../elements/Button.tsx';
import { dayWithWeekday } from '../../elements/dates.ts';
import { useLanguage, useText } from '../../locales/index.ts';
import { Asked } from './letters/Letters.tsx';
import { ContestAct } from './remedy/ContestAct.tsx';
import { ReviewNote } from './remedy/ReviewNote.tsx';
import { AccessBanner, SecrecyAct, SecrecyNote } from './Secrecy.tsx';
import type { CasePageView } from './views.ts';

/** Where an old case came from; a printed last day that is not the one counted is to be looked into. */
function CarriedNote(props: {
  readonly carried: NonNullable<CasePageView['carried']>;
  readonly today: string;
}): ReactNode {
  const { t } = useTranslation('case');
  const { language } = useLanguage();
  const { number, printedOn, countedOn, agrees } = props.carried;
  const day = (on: string): string => dayWithWeekday(on, language, props.today);
  const days = { number, printed: day(printedOn), counted: day(countedOn) };
  if (agrees) return <p className="case-carried">{t('carried', days)}</p>;
  return (
    <p className="case-alarm" role="note">
      <strong>{t('carriedOtherwise')}</strong> {t('carriedDays', days)}
    </p>
  );
}

/** To the page of the procedure with the place of this case; it is for those who work on cases and for supervision. */
function FlowLink({ page }: { readonly page: CasePageView }): ReactNode {
  const { t } = useTranslation('case');
  const { post } = useMe();
  if (!mayCall(post.role, 'procedure.page')) return null;
  const { procedure, edition, caseId } = page;
  return (
    <Link to="/procedures/$procedure/$edition" params={{ procedure, edition }} search={{ case: caseId }}>
      {t('flow')}
    </Link>
  );
}

/** The answer, and which case this is: numbers, item, enterprise, how it stands. */
export function CaseHead({ page }: { readonly page: CasePageView }): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  const stopped = page.duties.some(({ deadline }) => deadline.clockStopped);
  return (
    <div className="case-head">
      <Answer sentence={text(page.answer)} />
      <span className="case-head-acts">
        <ContestAct page={page} />
        <SecrecyAct page={page} />
        <Button className="case-print" onClick={() => print()}>
          {t('print')}
        </Button>
      </span>
      <ul className="case-line">
        <li>
          <span className="visually-hidden">{t('caseNumber')}</span> <strong>{page.caseNumber}</strong>
        </li>
        {page.acceptanceNumber && (
          <li>
            {t('acceptance')} {page.acceptanceNumber}
          </li>
        )}
        <li>{text(page.itemTitle)}</li>
        {page.about && (
          <li>
            <span className="visually-hidden">{t('about')}</span> <strong>{text(page.about)}</strong>
          </li>
        )}
        <li>
          {page.enterprise} <span className="case-code">{page.creditCode}</span>
        </li>
        <li className="case-chip">
          {text(page.procedureTitle)} <FlowLink page={page} />
        </li>
        <li className="case-chip">
          {page.state === 'open' ? t('open') : t('closedAs', { ending: text(page.ending) })}
        </li>
        {stopped && <li className="case-chip">{t('clockStands')}</li>}
      </ul>
      <Asked page={page} />
      <AccessBanner page={page} />
      <SecrecyNote page={page} />
      <ReviewNote page={page} />
      {page.carried && <CarriedNote carried={page.carried} today={page.today} />}
      {page.alarm && (
        <p className="case-alarm" role="note">
          <strong>{t('alarm')}</strong> {text(page.alarm)}
        </p>
      )}
    </div>
  );
}
