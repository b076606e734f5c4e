import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, trpc } from '../../app/api.ts';
import { Answer } from '../../elements/Answer.tsx';
import { Section } from '../../elements/Section.tsx';
import { FactorSection } from './FactorSection.tsx';
import { InterestSection } from './InterestSection.tsx';
import { IdentitySection } from './IdentitySection.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { SessionTable } from './SessionTable.tsx';

function useSentence(): string {
  const { t } = useTranslation('account');
  const { data } = useQuery(trpc.session.list.queryOptions());
  return data ? t('signedInAt', { count: data.length }) : t('account');
}

/** 我的账号: where one is signed in, with what, and one's password. */
export default function AccountPage(): ReactNode {
  const { t } = useTranslation('account');
  const [ended, setEnded] = useState<number | null>(null);
  const changed = (endedSessions: number): void => {
    setEnded(endedSessions);
    void queryClient.invalidateQueries(trpc.session.list.queryFilter());
  };
  return (
    <>
      <Answer sentence={useSentence()}>{t('second')}</Answer>
      <SessionTable />
      <FactorSection />
      <InterestSection />
      <IdentitySection />
      <Section title={t('password')}>
        <p role="status" className="told">
          {ended !== null && t('changed', { count: ended })}
        </p>
        <PasswordForm onChanged={changed} />
      </Section>
    </>
  );
}
