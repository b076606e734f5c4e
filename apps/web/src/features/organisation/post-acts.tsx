import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { useMe } from '../../app/session.tsx';
import { useText } from '../../locales/index.ts';
import { ActForm } from './ActForm.tsx';
import type { Post, Unit } from './views.ts';
import { orNull, unitRoleOf, useRoleChoices } from './words.ts';

interface Back {
  readonly onBack: () => void;
}

const choicesOf = (units: readonly Unit[], text: ReturnType<typeof useText>) =>
  units.map(({ unitId, name }) => ({ value: unitId, title: text(name) }));

/** Another post from a day on. */
export function GivePost(props: Back & { readonly personId: string; readonly units: readonly Unit[] }): ReactNode {
  const { t } = useTranslation('organisation');
  const text = useText();
  const { today } = useMe();
  const roleChoices = useRoleChoices();
  const { personId, units, onBack } = props;
  return (
    <ActForm
      fields={[
        { name: 'unitId', label: t('unit'), kind: 'choice', choices: choicesOf(units, text) },
        { name: 'role', label: t('role'), kind: 'choice', choices: roleChoices },
        { name: 'since', label: t('since'), kind: 'day', initial: today },
        { name: 'until', label: t('until'), kind: 'day', optional: true },
      ]}
      submit={t('givePost')}
      send={({ unitId, role, since, until }) =>
        client.organisation.givePost.mutate({
          personId,
          grant: { place: { kind: 'unit', unitId, role: unitRoleOf(role) }, since, until: orNull(until) },
        })
      }
      onDone={onBack}
      onLeave={onBack}
    />
  );
}

/** The end of a post, at once or after a last day. */
export function EndPost({ post, onBack }: Back & { readonly post: Post }): ReactNode {
  const { t } = useTranslation('organisation');
  return (
    <ActForm
      note={t('endPostNote')}
      fields={[
        { name: 'lastDay', label: t('lastDay'), kind: 'day', optional: true, hint: t('lastDayHint') },
        { name: 'reason', label: t('reason'), kind: 'reason' },
      ]}
      submit={t('endPost')}
      look="danger"
      send={({ lastDay, reason }, confirmed) =>
        client.organisation.endPost.mutate({ postId: post.postId, lastDay: orNull(lastDay), reason, confirmed })
      }
      onDone={onBack}
      onLeave={onBack}
    />
  );
}

/** The same person in another unit or role from a day on. */
export function MovePost(props: Back & { readonly post: Post; readonly units: readonly Unit[] }): ReactNode {
  const { t } = useTranslation('organisation');
  const text = useText();
  const { today } = useMe();
  const roleChoices = useRoleChoices();
  const { post, units, onBack } = props;
  return (
    <ActForm
      note={t('movePostNote')}
      fields={[
        { name: 'unitId', label: t('unit'), kind: 'choice', choices: choicesOf(units, text) },
        { name: 'role', label: t('role'), kind: 'choice', choices: roleChoices, initial: post.role },
        { name: 'from', label: t('from'), kind: 'day', initial: post.since > today ? post.since : today },
        { name: 'reason', label: t('reason'), kind: 'reason' },
      ]}
      submit={t('movePost')}
      send={({ role, ...values }, confirmed) =>
        client.organisation.movePost.mutate({ postId: post.postId, ...values, role: unitRoleOf(role), confirmed })
      }
      onDone={onBack}
      onLeave={onBack}
    />
  );
}

/** A new authority letter in place of the old one. */
export function RenewLetter({ post, onBack }: Back & { readonly post: Post }): ReactNode {
  const { t } = useTranslation('organisation');
  const { today } = useMe();
  return (
    <ActForm
      note={t('renewLetterNote')}
      fields={[
        { name: 'number', label: t('letterNumber'), kind: 'text' },
        { name: 'from', label: t('letterFrom'), kind: 'day', initial: today },
        { name: 'to', label: t('letterTo'), kind: 'day', optional: true },
      ]}
      submit={t('renewLetter')}
      send={({ number, from, to }) =>
        client.organisation.renewLetter.mutate({ postId: post.postId, letter: { number, from, to: orNull(to) } })
      }
      onDone={onBack}
      onLeave={onBack}
    />
  );
}
