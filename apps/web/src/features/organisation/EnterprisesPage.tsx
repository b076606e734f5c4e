import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { Answer } from '../../elements/Answer.tsx';
import { Button } from '../../elements/Button.tsx';
import { Empty } from '../../elements/states/Empty.tsx';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { AddAgentDialog } from './AddAgentDialog.tsx';
import { EnterpriseSection } from './EnterpriseSection.tsx';
import { Pages } from './Pages.tsx';
import { PersonDrawer } from './PersonDrawer.tsx';
import { RegisterEnterpriseDialog } from './RegisterEnterpriseDialog.tsx';
import type { Enterprise } from './views.ts';
import './organisation.css';

/** What is open over the page. */
type Open =
  | { readonly what: 'register' }
  | { readonly what: 'agent'; readonly enterprise: Enterprise }
  | { readonly what: 'person'; readonly personId: string };

function Over({ open, onClose }: { readonly open: Open; readonly onClose: () => void }): ReactNode {
  switch (open.what) {
    case 'register':
      return <RegisterEnterpriseDialog onClose={onClose} />;
    case 'agent':
      return <AddAgentDialog enterprise={open.enterprise} onClose={onClose} />;
    case 'person':
      return <PersonDrawer personId={open.personId} units={[]} onClose={onClose} />;
  }
}

/** 企业与代理人: the enterprises of the province, who may act for each, and until when. */
export default function EnterprisesPage(): ReactNode {
  const { t } = useTranslation('organisation');
  const [sought, setSought] = useState('');
  const search = useDeferredValue(sought.trim());
  const [open, setOpen] = useState<Open | null>(null);
  const { data, error, isPending, refetch } = useQuery(
    trpc.organisation.enterprises.queryOptions(search === '' ? {} : { search }, {
      placeholderData: (previous) => previous,
    }),
  );
  const without = data?.rows.filter(({ agents }) => !agents.some(({ isHeld }) => isHeld)).length ?? 0;
  const sentence = data ? t('enterprisesSentence', { count: data.rows.length, without }) : t('enterprises');
  return (
    <>
      <Answer sentence={sentence}>{t('enterprisesNote')}</Answer>
      <Pages />
      <p className="organisation-acts">
        <Button look="solid" onClick={() => setOpen({ what: 'register' })}>
          {t('register')}
        </Button>
        <input
          type="search"
          className="input organisation-search"
          aria-label={t('searchEnterprises')}
          placeholder={t('searchEnterprises')}
          maxLength={100}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      </p>
      {isPending && <Loading rows={8} />}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.rows.length === 0 && <Empty sentence={t(search === '' ? 'emptyEnterprises' : 'emptySearch')} />}
      {data?.rows.map((enterprise) => (
        <EnterpriseSection
          key={enterprise.enterpriseId}
          enterprise={enterprise}
          onAdd={() => setOpen({ what: 'agent', enterprise })}
          onPerson={(personId) => setOpen({ what: 'person', personId })}
        />
      ))}
      {data?.more && <p className="state-note">{t('moreEnterprises')}</p>}
      {open && <Over open={open} onClose={() => setOpen(null)} />}
    </>
  );
}
