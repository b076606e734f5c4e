import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { useMe } from '../../app/session.tsx';
import { Button } from '../../elements/Button.tsx';
import { Section } from '../../elements/Section.tsx';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { ActDialog } from './ActDialog.tsx';
import { ActsOnPerson } from './ActsOnPerson.tsx';
import { InterestList } from './InterestList.tsx';
import { PersonAct, type ActOn } from './PersonAct.tsx';
import { PersonFacts } from './PersonFacts.tsx';
import { PostList } from './PostList.tsx';
import type { PersonFile, Unit } from './views.ts';

function Accounts({ file, onAct }: { readonly file: PersonFile; readonly onAct: (act: ActOn) => void }): ReactNode {
  const { t } = useTranslation('organisation');
  const isLinked = file.identities.some(({ issuer }) => issuer === file.provider);
  return (
    <p className="organisation-acts">
      <Button small onClick={() => onAct({ what: 'givePost' })}>
        {t('givePost')}
      </Button>
      <Button small onClick={() => onAct({ what: 'renamePerson' })}>
        {t('renamePerson')}
      </Button>
      {file.user !== null && file.disabledAt === null && (
        <Button small onClick={() => onAct({ what: 'renewPassword' })}>
          {t('renewPassword')}
        </Button>
      )}
      {file.provider !== null && file.user !== null && !isLinked && (
        <Button small onClick={() => onAct({ what: 'linkIdentity' })}>
          {t('linkIdentity')}
        </Button>
      )}
      {file.identities.length > 0 && (
        <Button small onClick={() => onAct({ what: 'unlinkIdentity' })}>
          {t('unlinkIdentity')}
        </Button>
      )}
      {file.disabledAt === null ? (
        <Button small look="danger" onClick={() => onAct({ what: 'disableAccount' })}>
          {t('disableAccount')}
        </Button>
      ) : (
        <Button small onClick={() => onAct({ what: 'enableAccount' })}>
          {t('enableAccount')}
        </Button>
      )}
    </p>
  );
}

/** The file of a person: account, posts with their history, what was done about them, and what can be done. */
export function PersonDrawer(props: {
  readonly personId: string;
  readonly units: readonly Unit[];
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('organisation');
  const { personId, units, onClose } = props;
  const { data: file, error, refetch } = useQuery(trpc.organisation.person.queryOptions({ personId }));
  const isSelf = useMe().person.id === personId;
  const [act, setAct] = useState<ActOn | null>(null);
  const back = (): void => setAct(null);
  return (
    <ActDialog title={file?.name ?? t('person')} second={isSelf ? t('ownRights') : undefined} aside onClose={onClose}>
      {() => (
        <>
          {!file && !error && <Loading rows={6} />}
          {error && !file && <ErrorState error={error} onRetry={() => void refetch()} />}
          {file && act && <PersonAct {...{ file, act, units }} onBack={back} />}
          {file && !act && (
            <>
              <PersonFacts file={file} />
              {!isSelf && <Accounts file={file} onAct={setAct} />}
              <Section title={t('posts')}>
                <PostList posts={file.posts} onAct={isSelf ? null : setAct} />
              </Section>
              <InterestList interests={file.interests} onAct={isSelf ? null : setAct} />
              <ActsOnPerson acts={file.acts} />
            </>
          )}
        </>
      )}
    </ActDialog>
  );
}
