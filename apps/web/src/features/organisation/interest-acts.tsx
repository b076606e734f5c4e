import { declaredKinds, interestTitles } from '@lianban/domain/interest';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { useText } from '../../locales/index.ts';
import { ActForm } from './ActForm.tsx';
import type { PersonFile } from './views.ts';
import { orNull } from './words.ts';

interface Back {
  readonly onBack: () => void;
}

const kindOf = (value: string): (typeof declaredKinds)[number] =>
  declaredKinds.find((kind) => kind === value) ?? 'other';

/** What binds somebody to an enterprise, entered by an administrator. */
export function EnterInterest({ personId, onBack }: Back & { readonly personId: string }): ReactNode {
  const { t } = useTranslation('organisation');
  const text = useText();
  const kinds = declaredKinds.map((kind) => ({ value: kind, title: text(interestTitles[kind]) }));
  return (
    <ActForm
      note={t('enterInterestNote')}
      fields={[
        { name: 'enterprise', label: t('enterprise'), kind: 'text', hint: t('enterpriseHint'), maxLength: 100 },
        { name: 'kind', label: t('relation'), kind: 'choice', choices: kinds },
        { name: 'since', label: t('since'), kind: 'day', optional: true, hint: t('optionalDay') },
        { name: 'until', label: t('until'), kind: 'day', optional: true, hint: t('optionalDay') },
        { name: 'note', label: t('interestNote'), kind: 'reason' },
      ]}
      submit={t('enterInterest')}
      send={({ kind, since, until, ...values }) =>
        client.organisation.enterInterest.mutate({
          ...{ personId, ...values, kind: kindOf(kind), since: orNull(since), until: orNull(until) },
        })
      }
      onDone={onBack}
      onLeave={onBack}
    />
  );
}

/** An interest that counts no more. */
export function WithdrawInterest({
  interest,
  onBack,
}: Back & { readonly interest: PersonFile['interests'][number] }): ReactNode {
  const { t } = useTranslation('organisation');
  return (
    <ActForm
      note={t('withdrawInterestNote', { enterprise: interest.enterprise })}
      fields={[{ name: 'reason', label: t('reason'), kind: 'reason' }]}
      submit={t('withdrawInterest')}
      look="danger"
      send={({ reason }) => client.organisation.withdrawInterest.mutate({ interestId: interest.id, reason })}
      onDone={onBack}
      onLeave={onBack}
    />
  );
}
