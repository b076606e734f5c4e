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
import type { Member, Qualification } from './views.ts';
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

interface OfQualification extends DialogProps {
  readonly member: Member;
  readonly qualification: Qualification;
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

/** What a certificate says, as fields; filled in when there is one already. */
function useCertificateFields(known?: Qualification) {
  const { t } = useTranslation('organisation');
  const { today } = useMe();
  const { kind = '', level = '', certificateNumber = '', validFrom = today } = known ?? {};
  return [
    { name: 'kind', label: t('qualificationKind'), kind: 'text', hint: t('qualificationKindHint'), initial: kind },
    { name: 'level', label: t('level'), kind: 'text', maxLength: 30, initial: level },
    { name: 'certificateNumber', label: t('certificate'), kind: 'text', initial: certificateNumber },
    { name: 'validFrom', label: t('validFrom'), kind: 'day', initial: validFrom },
    { name: 'validTo', label: t('validTo'), kind: 'day', optional: true, initial: known?.validTo ?? '' },
  ] as const;
}

/** A certificate that was entered wrongly is entered as it is. */
export function CorrectQualification({ member, qualification, onClose }: OfQualification): ReactNode {
  const { t } = useTranslation('organisation');
  const fields = useCertificateFields(qualification);
  const { qualificationId } = qualification;
  return (
    <ActDialog title={t('correctQualification')} second={member.name} onClose={onClose}>
      {(close) => (
        <ActForm
          note={t('correctQualificationNote')}
          fields={[...fields, { name: 'reason', label: t('reason'), kind: 'reason' }]}
          submit={t('save')}
          send={({ validTo, ...values }) =>
            client.organisation.correctQualification.mutate({ qualificationId, ...values, validTo: orNull(validTo) })
          }
          onDone={close}
          onLeave={close}
        />
      )}
    </ActDialog>
  );
}

/** A certificate ends before the last day that it names. */
export function EndQualification({ member, qualification, onClose }: OfQualification): ReactNode {
  const { t } = useTranslation('organisation');
  const { qualificationId, kind, certificateNumber } = qualification;
  return (
    <ActDialog title={t('endQualification')} second={`${member.name} · ${kind} ${certificateNumber}`} onClose={onClose}>
      {(close) => (
        <ActForm
          note={t('endQualificationNote')}
          fields={[
            { name: 'lastDay', label: t('lastDay'), kind: 'day', optional: true, hint: t('lastDayHint') },
            { name: 'reason', label: t('reason'), kind: 'reason' },
          ]}
          submit={t('endQualification')}
          look="danger"
          send={({ lastDay, reason }) =>
            client.organisation.endQualification.mutate({ qualificationId, lastDay: orNull(lastDay), reason })
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
  const fields = useCertificateFields();
  return (
    <ActDialog title={t('qualify')} second={member.name} onClose={onClose}>
      {(close) => (
        <ActForm
          fields={fields}
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
