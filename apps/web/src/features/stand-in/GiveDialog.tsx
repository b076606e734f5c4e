import { longestAbsence } from '@lianban/domain/stand-in';
import { useMutation } from '@tanstack/react-query';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { useLive } from '../../app/live.tsx';
import { useMe } from '../../app/session.tsx';
import { Button } from '../../elements/Button.tsx';
import { ErrorText } from '../../elements/ErrorText.tsx';
import { useText } from '../../locales/index.ts';
import { DeputyChoice } from './DeputyChoice.tsx';
import { absenceOf, emptyDraft, type AbsenceDraft } from './draft.ts';
import { Choice, MatterFields } from './MatterFields.tsx';
import { StandInDialog } from './StandInDialog.tsx';
import { readAgain, type PostChoice, type StandIns } from './views.ts';

interface Change {
  readonly draft: AbsenceDraft;
  readonly change: (changed: Partial<AbsenceDraft>) => void;
}

function Days({ draft, change }: Change): ReactNode {
  const { t } = useTranslation(['stand-in', 'elements']);
  const { today } = useMe();
  const hint = useId();
  return (
    <div className="stand-in-days">
      {(['from', 'to'] as const).map((name) => (
        <label key={name} className="field">
          <span>{t(name)}</span>
          <input
            className="input"
            type="date"
            required
            min={name === 'from' ? today : draft.from}
            max="2100-12-31"
            aria-describedby={name === 'to' ? hint : undefined}
            value={draft[name]}
            onChange={(event) => change({ [name]: event.target.value })}
          />
        </label>
      ))}
      <p id={hint} className="second-line">
        {t('toHint', { most: longestAbsence.days, mark: t('elements:markDesign') })}
      </p>
    </div>
  );
}

function Fields(props: Change & Pick<Props, 'posts' | 'procedures' | 'isForOthers'>): ReactNode {
  const { t } = useTranslation('stand-in');
  const text = useText();
  const { draft, change, posts, procedures, isForOthers } = props;
  const titleOf = ({ name, place, roleTitle }: PostChoice): string =>
    [...(isForOthers ? [name] : []), text(place), text(roleTitle)].join(' · ');
  const choices = posts.map((post) => ({ value: post.postId, title: titleOf(post) }));
  return (
    <>
      {(isForOthers || posts.length !== 1) && (
        <Choice
          {...{ label: t(isForOthers ? 'whose' : 'post'), value: draft.postId, choices }}
          onChange={(postId) => change({ postId, deputy: '' })}
        />
      )}
      <Days draft={draft} change={change} />
      <MatterFields draft={draft} procedures={procedures} change={change} />
      <label className="field">
        <span>{t('reason')}</span>
        <input
          className="input"
          required
          maxLength={200}
          autoComplete="off"
          value={draft.reason}
          onChange={(event) => change({ reason: event.target.value })}
        />
      </label>
      <DeputyChoice draft={draft} value={draft.deputy} onChoose={(deputy) => change({ deputy })} />
    </>
  );
}

interface Props {
  readonly posts: readonly PostChoice[];
  readonly procedures: StandIns['procedures'];
  /** A superior enters it for somebody else. */
  readonly isForOthers: boolean;
  readonly onClose: () => void;
}

/** 委托代办: who is away, from when to when, for what, and who stands in. */
export function GiveDialog({ posts, procedures, isForOthers, onClose }: Props): ReactNode {
  const { t } = useTranslation('stand-in');
  const { announce } = useLive();
  const { today, person } = useMe();
  const [draft, setDraft] = useState(() => emptyDraft(posts, today));
  const [isTried, setTried] = useState(false);
  const change = (changed: Partial<AbsenceDraft>): void => setDraft((before) => ({ ...before, ...changed }));
  const name = isForOthers ? (posts.find(({ postId }) => postId === draft.postId)?.name ?? '') : person.name;
  const give = useMutation(
    trpc.standIn.give.mutationOptions({
      onSuccess: () => {
        readAgain();
        announce(t('given', { name }));
        onClose();
      },
    }),
  );
  const asked = absenceOf(draft);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (asked !== null && !give.isPending) give.mutate(asked);
  };
  return (
    <StandInDialog
      title={t(isForOthers ? 'giveFor' : 'give')}
      second={t(isForOthers ? 'secondFor' : 'second')}
      onClose={onClose}
    >
      {(close) => (
        <form onSubmit={submit} noValidate>
          <Fields {...{ draft, change, posts, procedures, isForOthers }} />
          {isTried && asked === null && (
            <p className="error-text" role="alert">
              {t('missing')}
            </p>
          )}
          <ErrorText error={give.error} />
          <p className="panel-acts">
            <Button onClick={close}>{t('leave')}</Button>
            <Button type="submit" look="solid" aria-busy={give.isPending}>
              {t(give.isPending ? 'saving' : 'save')}
            </Button>
          </p>
        </form>
      )}
    </StandInDialog>
  );
}
