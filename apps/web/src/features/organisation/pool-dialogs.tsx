import { pools, type PoolName } from '@lianban/domain/organisation';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client, trpc } from '../../app/api.ts';
import { useMe } from '../../app/session.tsx';
import { useText } from '../../locales/index.ts';
import { ActDialog } from './ActDialog.tsx';
import { ActForm } from './ActForm.tsx';
import { useDistrictChoices } from './use-districts.ts';
import type { Member } from './views.ts';
import { orNull } from './words.ts';

/** Those of the bureau who can be put into a pool, each once; nobody puts themselves in. */
function usePeopleChoices(): readonly { readonly value: string; readonly title: string }[] {
  const text = useText();
  const { person } = useMe();
  const { data } = useQuery(trpc.organisation.tree.queryOptions());
  const people = new Map(
    data?.units.flatMap((unit) =>
      unit.people.map(({ personId, name }) => [personId, `${name} ${text(unit.name)}`] as const),
    ),
  );
  people.delete(person.id);
  return [...people].map(([value, title]) => ({ value, title }));
}

interface DialogProps {
  readonly onClose: () => void;
}

/** Somebody of the bureau, or somebody from outside by name, into a pool. */
export function JoinPool({ pool, onClose }: DialogProps & { readonly pool: PoolName }): ReactNode {
  const { t } = useTranslation('organisation');
  const text = useText();
  const { today } = useMe();
  const people = usePeopleChoices();
  const districts = useDistrictChoices();
  return (
    <ActDialog title={t('joinPool')} second={text(pools[pool])} onClose={onClose}>
      {(close) => (
        <ActForm
          fields={[
            { name: 'personId', label: t('colleague'), kind: 'choice', choices: people, optional: true },
            {
              ...({ name: 'name', label: t('outsider'), kind: 'text', hint: t('outsiderHint') } as const),
              isAsked: ({ personId }: { readonly personId: string }) => personId === '',
            },
            { name: 'districtId', label: t('district'), kind: 'choice', choices: districts, optional: true },
            { name: 'since', label: t('since'), kind: 'day', initial: today },
          ]}
          submit={t('joinPool')}
          send={({ personId, name, districtId, since }) =>
            client.organisation.joinPool.mutate({
              ...{ pool, who: personId === '' ? { name } : { personId }, districtId: orNull(districtId), since },
            })
          }
          onDone={close}
          onLeave={close}
        />
      )}
    </ActDialog>
  );
}

/** Somebody leaves a pool, at once or after a last day. */
export function LeavePool({ member, onClose }: DialogProps & { readonly member: Member }): ReactNode {
  const { t } = useTranslation('organisation');
  return (
    <ActDialog title={t('leavePool')} second={member.name} onClose={onClose}>
      {(close) => (
        <ActForm
          fields={[
            { name: 'lastDay', label: t('lastDay'), kind: 'day', optional: true, hint: t('lastDayHint') },
            { name: 'reason', label: t('reason'), kind: 'reason' },
          ]}
          submit={t('leavePool')}
          look="danger"
          send={({ lastDay, reason }) =>
            client.organisation.leavePool.mutate({ memberId: member.memberId, lastDay: orNull(lastDay), reason })
          }
          onDone={close}
          onLeave={close}
        />
      )}
    </ActDialog>
  );
}

/** A certificate of somebody in a pool. */
export function AddQualification({ member, onClose }: DialogProps & { readonly member: Member }): ReactNode {
  const { t } = useTranslation('organisation');
  const { today } = useMe();
  return (
    <ActDialog title={t('qualify')} second={member.name} onClose={onClose}>
      {(close) => (
        <ActForm
          fields={[
            { name: 'kind', label: t('qualificationKind'), kind: 'text', hint: t('qualificationKindHint') },
            { name: 'level', label: t('level'), kind: 'text', maxLength: 30 },
            { name: 'certificateNumber', label: t('certificate'), kind: 'text' },
            { name: 'validFrom', label: t('validFrom'), kind: 'day', initial: today },
            { name: 'validTo', label: t('validTo'), kind: 'day', optional: true },
          ]}
          submit={t('save')}
          send={({ validTo, ...values }) =>
            client.organisation.addQualification.mutate({
              ...{ memberId: member.memberId, ...values, validTo: orNull(validTo) },
            })
          }
          onDone={close}
          onLeave={close}
        />
      )}
    </ActDialog>
  );
}
