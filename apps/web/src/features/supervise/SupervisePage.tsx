import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { trpc } from '../../app/api.ts';
import { Answer } from '../../elements/Answer.tsx';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import '../../elements/table-cards.css';
import { Figures } from './Figures.tsx';
import { HeatTable } from './HeatTable.tsx';
import { OverdueSection } from './OverdueSection.tsx';
import { SoonSection } from './SoonSection.tsx';
import { useSentence } from './use-sentence.ts';
import './supervise.css';

/** 总览: the bureau's deadlines in one sentence, by unit and light, what is late and what comes due. */
export default function SupervisePage(): ReactNode {
  const { data: due, error, isPending, refetch } = useQuery(trpc.supervise.due.queryOptions());
  return (
    <>
      <Answer sentence={useSentence(due)} />
      {isPending && <Loading rows={8} />}
      {error && !due && <ErrorState error={error} onRetry={() => void refetch()} />}
      {due && (
        <>
          <Figures totals={due.totals} />
          <div className="supervise-columns">
            <HeatTable due={due} />
            <div>
              <OverdueSection today={due.today} count={due.totals.red} />
              <SoonSection due={due} />
            </div>
          </div>
        </>
      )}
    </>
  );
}
