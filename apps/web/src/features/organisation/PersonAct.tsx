import { useState, type ReactNode } from 'react';
import { client } from '../../app/api.ts';
import { assertNever } from '@lianban/domain/assert-never';
import { useTranslation } from 'react-i18next';
import { ActForm } from './ActForm.tsx';
import type { Field } from './fields.tsx';
import { LinkIdentity, UnlinkIdentity } from './identity-acts.tsx';
import { GivenPasswordNote } from './GivenPasswordNote.tsx';
import { EnterInterest, WithdrawInterest } from './interest-acts.tsx';
import { EndPost, GivePost, MovePost, RenewLetter } from './post-acts.tsx';
import type { GivenPassword, PersonFile, Post, Unit } from './views.ts';

/** What is being done about a person. */
export type ActOn =
  | { readonly what: 'givePost' | 'renamePerson' | 'renewPassword' | 'disableAccount' | 'enableAccount' }
  | { readonly what: 'enterInterest' }
  | { readonly what: 'withdrawInterest'; readonly interest: PersonFile['interests'][number] }
  | { readonly what: 'linkIdentity' | 'unlinkIdentity' }
  | { readonly what: 'endPost' | 'movePost' | 'renewLetter'; readonly post: Post };

interface AccountProps {
  readonly file: PersonFile;
  readonly onBack: () => void;
}

function useReason(): Field<'reason'> {
  const { t } = useTranslation('organisation');
  return { name: 'reason', label: t('reason'), kind: 'reason' };
}

function Rename({ file: { personId, name }, onBack }: AccountProps): ReactNode {
  const { t } = useTranslation('organisation');
  const reason = useReason();
  return (
    <ActForm<'name' | 'reason', void>
      note={t('renamePersonNote')}
      fields={[{ name: 'name', label: t('name'), kind: 'text', initial: name }, reason]}
      submit={t('save')}
      send={(values) => client.organisation.renamePerson.mutate({ personId, ...values })}
      onDone={onBack}
      onLeave={onBack}
    />
  );
}

function RenewPassword({ file: { personId }, onBack }: AccountProps): ReactNode {
  const { t } = useTranslation('organisation');
  const reason = useReason();
  const [given, setGiven] = useState<GivenPassword | null>(null);
  if (given) return <GivenPasswordNote given={given} onSeen={onBack} />;
  return (
    <ActForm
      note={t('renewPasswordNote')}
      fields={[reason]}
      submit={t('renewPassword')}
      send={(values) => client.organisation.renewPassword.mutate({ personId, ...values })}
      onDone={setGiven}
      onLeave={onBack}
    />
  );
}

function Disable({ file: { personId, taken }, onBack }: AccountProps): ReactNode {
  const { t } = useTranslation('organisation');
  const reason = useReason();
  return (
    <ActForm
      note={t('disableNote', { count: taken })}
      fields={[reason]}
      submit={t('disableAccount')}
      look="danger"
      send={(values, confirmed) => client.organisation.disableAccount.mutate({ personId, ...values, confirmed })}
      onDone={onBack}
      onLeave={onBack}
    />
  );
}

function Enable({ file: { personId }, onBack }: AccountProps): ReactNode {
  const { t } = useTranslation('organisation');
  const reason = useReason();
  return (
    <ActForm
      fields={[reason]}
      submit={t('enableAccount')}
      send={(values) => client.organisation.enableAccount.mutate({ personId, ...values })}
      onDone={onBack}
      onLeave={onBack}
    />
  );
}

/** The form of one act, in place of the file. */
export function PersonAct(props: AccountProps & { readonly act: ActOn; readonly units: readonly Unit[] }): ReactNode {
  const { act, file, units, onBack } = props;
  switch (act.what) {
    case 'renamePerson':
      return <Rename file={file} onBack={onBack} />;
    case 'renewPassword':
      return <RenewPassword file={file} onBack={onBack} />;
    case 'disableAccount':
      return <Disable file={file} onBack={onBack} />;
    case 'enableAccount':
      return <Enable file={file} onBack={onBack} />;
    case 'linkIdentity':
      return <LinkIdentity file={file} onBack={onBack} />;
    case 'unlinkIdentity':
      return <UnlinkIdentity file={file} onBack={onBack} />;
    case 'givePost':
      return <GivePost personId={file.personId} units={units} onBack={onBack} />;
    case 'enterInterest':
      return <EnterInterest personId={file.personId} onBack={onBack} />;
    case 'withdrawInterest':
      return <WithdrawInterest interest={act.interest} onBack={onBack} />;
    case 'endPost':
      return <EndPost post={act.post} onBack={onBack} />;
    case 'movePost':
      return <MovePost post={act.post} units={units} onBack={onBack} />;
    case 'renewLetter':
      return <RenewLetter post={act.post} onBack={onBack} />;
    default:
      return assertNever(act);
  }
}
