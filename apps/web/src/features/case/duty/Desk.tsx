import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../locales/index.ts';
import { DeskMenu } from '../involvement/DeskWork.tsx';
import type { CasePageView, DutyView } from '../views.ts';
import type { ActContext, DoneAct } from './act.ts';
import { DeskForm } from './DeskForm.tsx';
import { Result } from './Result.tsx';
import './duty.css';

/** Nothing to do here for this reader, and why. */
function NotYours({ duty }: { readonly duty: DutyView }): ReactNode {
  const { t } = useTranslation('case');
  const text = useText();
  return (
    <div className="desk-not-yours">
      {t('nothingForYou')} {duty.whyNot && text(duty.whyNot)}
      {duty.whyNot && t('stop')}
      {duty.doneBy && (
        <>
          {' '}
          <Link to="/cases/$caseId" params={{ caseId: duty.doneBy.caseId }} className="row-link">
            {duty.doneBy.caseNumber}
          </Link>
        </>
      )}
      <DeskMenu duty={duty} />
    </div>
  );
}

/** Whether the act has been taken back since: its duty is to be done again. */
const isTakenBack = ({ receipt }: DoneAct, { timeline }: CasePageView): boolean =>
  receipt.state === 'recorded' &&
  timeline.some((entry) => entry.version === receipt.version && entry.retracted !== null);

/** Where the reader acts on the duty that is shown; after the act, what it led to stands in its place. */
export function Desk(props: {
  readonly duty: DutyView | null;
  readonly page: CasePageView;
  readonly act: ActContext;
  readonly onPaper: (id: string) => void;
}): ReactNode {
  const { duty, page, act } = props;
  const [last, setDone] = useState<DoneAct | null>(null);
  const done = last !== null && isTakenBack(last, page) ? null : last;
  const isDone = duty !== null && duty.key === done?.duty.key;
  return (
    <>
      {done && <Result key={done.sent.requestId} done={done} page={page} />}
      {duty && !isDone && !duty.mayAct && !done && <NotYours duty={duty} />}
      {duty && !isDone && duty.mayAct && <DeskForm key={duty.key} duty={duty} page={page} act={act} onDone={setDone} />}
    </>
  );
}
