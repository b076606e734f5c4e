import { Link } from '@tanstack/react-router';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DeadlineDay, DaysLeft } from '../../../elements/Deadline.tsx';
import type { Progress } from './batch.ts';
import type { BatchItem } from './use-batch.ts';

interface BatchRowProps {
  readonly item: BatchItem;
  readonly today: string;
  /** What the text is called; null when the button asks for none. */
  readonly label: string | null;
  readonly isMissing: boolean;
  readonly onWrite: (text: string) => void;
}

/** Why it was not done and what to do, with the name of whoever has it or was first. */
function useWhy(): (refused: Extract<Progress, { state: 'refused' }>) => string {
  const { t } = useTranslation(['inbox', 'errors']);
  return ({ code, person }) => {
    if (person === null) return t(`errors:${code}`);
    return t(code === 'CLAIMED_BY_OTHER' ? 'batchHeld' : 'batchTaken', { person });
  };
}

/** One case of the batch: number, enterprise, deadline, its opinion, and what became of it with what to do. */
export function BatchRow({ item, today, label, isMissing, onWrite }: BatchRowProps): ReactNode {
  const { t } = useTranslation('inbox');
  const why = useWhy();
  const id = useId();
  const { row, text, progress } = item;
  const isOver = progress.state === 'done' || progress.state === 'recording';
  return (
    <li className={`batch-row batch-${progress.state}`}>
      <div className="batch-case">
        <Link to="/cases/$caseId" params={{ caseId: row.caseId }} target="_blank" className="row-link">
          {row.caseNumber}
        </Link>
        <span className="second-line">{row.enterprise}</span>
      </div>
      <div className="batch-deadline">
        <DeadlineDay deadline={row.deadline} today={today} />
        <span className="second-line">
          <DaysLeft deadline={row.deadline} />
        </span>
      </div>
      {label !== null && !isOver && (
        <textarea
          rows={2}
          maxLength={2000}
          aria-label={t('batchFor', { label, number: row.caseNumber })}
          aria-invalid={isMissing || undefined}
          aria-describedby={isMissing ? id : undefined}
          readOnly={progress.state === 'sending'}
          value={text}
          onChange={(event) => onWrite(event.target.value)}
        />
      )}
      {label !== null && isOver && <p className="batch-written">{text}</p>}
      <span className="batch-state">{t(`batch_${progress.state}`)}</span>
      {isMissing && (
        <p id={id} className="error-text batch-why">
          {t('batchNeeded', { label: label ?? '' })}
        </p>
      )}
      {progress.state === 'refused' && <p className="error-text batch-why">{why(progress)}</p>}
    </li>
  );
}
