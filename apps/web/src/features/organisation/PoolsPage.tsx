import { pools, type PoolName } from '@lianban/domain/organisation';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { Answer } from '../../elements/Answer.tsx';
import { Button } from '../../elements/Button.tsx';
import { Empty } from '../../elements/states/Empty.tsx';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { Tabs } from '../../elements/Tabs.tsx';
import { useText } from '../../locales/index.ts';
import { Pages } from './Pages.tsx';
import { PoolTable } from './PoolTable.tsx';
import { JoinPool, LeavePool, AddQualification, CorrectQualification, EndQualification } from './pool-dialogs.tsx';
import type { Member, Qualification } from './views.ts';
import './organisation.css';

/** What is open over the page. */
type Open =
  | { readonly what: 'join' }
  | { readonly what: 'leave' | 'qualify'; readonly member: Member }
  | { readonly what: 'correct' | 'end'; readonly member: Member; readonly qualification: Qualification };

const names = ['inspector', 'expert', 'liaison'] as const satisfies readonly PoolName[];

function Over(props: { readonly open: Open; readonly pool: PoolName; readonly onClose: () => void }): ReactNode {
  const { open, pool, onClose } = props;
  switch (open.what) {
    case 'join':
      return <JoinPool pool={pool} onClose={onClose} />;
    case 'leave':
      return <LeavePool member={open.member} onClose={onClose} />;
    case 'qualify':
      return <AddQualification member={open.member} onClose={onClose} />;
    case 'correct':
      return <CorrectQualification member={open.member} qualification={open.qualification} onClose={onClose} />;
    case 'end':
      return <EndQualification member={open.member} qualification={open.qualification} onClose={onClose} />;
  }
}

function Members({ pool, onOpen }: { readonly pool: PoolName; readonly onOpen: (open: Open) => void }): ReactNode {
  const { t } = useTranslation('organisation');
  const { data, error, isPending, refetch } = useQuery(trpc.organisation.pool.queryOptions({ pool }));
  if (isPending) return <Loading rows={5} />;
  if (!data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data.length === 0) return <Empty sentence={t('emptyPool')} />;
  return (
    <PoolTable
      members={data}
      onLeave={(member) => onOpen({ what: 'leave', member })}
      onQualify={(member) => onOpen({ what: 'qualify', member })}
      onCorrect={(member, qualification) => onOpen({ what: 'correct', member, qualification })}
      onEnd={(member, qualification) => onOpen({ what: 'end', member, qualification })}
    />
  );
}

function useSentence(pool: PoolName): string {
  const { t } = useTranslation('organisation');
  const text = useText();
  const { data } = useQuery(trpc.organisation.pool.queryOptions({ pool }));
  const name = text(pools[pool]);
  return data ? t('poolSentence', { pool: name, count: data.filter(({ isPresent }) => isPresent).length }) : name;
}

/** 人员库: inspectors, experts and liaison officers with what they are qualified for. */
export default function PoolsPage(): ReactNode {
  const { t } = useTranslation('organisation');
  const text = useText();
  const [pool, setPool] = useState<PoolName>('inspector');
  const [open, setOpen] = useState<Open | null>(null);
  return (
    <>
      <Answer sentence={useSentence(pool)}>{t('poolsNote')}</Answer>
      <Pages />
      <p className="organisation-acts">
        <Button look="solid" onClick={() => setOpen({ what: 'join' })}>
          {t('joinPool')}
        </Button>
      </p>
      <Tabs
        label={t('pools')}
        tabs={names.map((name) => ({ name, title: text(pools[name]) }))}
        open={pool}
        onOpen={setPool}
      >
        <Members pool={pool} onOpen={setOpen} />
      </Tabs>
      {open && <Over open={open} pool={pool} onClose={() => setOpen(null)} />}
    </>
  );
}
