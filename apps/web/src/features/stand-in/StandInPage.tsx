import { mayCall } from '@lianban/domain/permission';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../app/api.ts';
import { useSwitchPost } from '../../app/frame/use-switch-post.ts';
import { useMe } from '../../app/session.tsx';
import { Answer } from '../../elements/Answer.tsx';
import { Button } from '../../elements/Button.tsx';
import { Section } from '../../elements/Section.tsx';
import { ErrorState } from '../../elements/states/ErrorState.tsx';
import { Loading } from '../../elements/states/Loading.tsx';
import { DelegationTable, type Acts } from './DelegationTable.tsx';
import { EndDialog } from './EndDialog.tsx';
import { GiveDialog } from './GiveDialog.tsx';
import type { Delegation, PostChoice, StandIns } from './views.ts';
import './stand-in.css';

/** What is open over the page. */
type Open =
  | { readonly what: 'give'; readonly posts: readonly PostChoice[]; readonly isForOthers: boolean }
  | { readonly what: 'end'; readonly delegation: Delegation; readonly isDeputy: boolean };

function useSentence(): (standIns: StandIns) => string {
  const { t } = useTranslation('stand-in');
  return ({ asPrincipal, asDeputy }) => {
    const names = (rows: readonly Delegation[], nameOf: (row: Delegation) => string | undefined): string =>
      [...new Set(rows.flatMap((row) => (row.state === 'underWay' ? (nameOf(row) ?? []) : [])))].join(t('comma'));
    const [deputies, principals] = [
      names(asPrincipal, ({ deputy }) => deputy?.name),
      names(asDeputy, ({ principal }) => principal.name),
    ];
    const said = [
      principals === '' ? '' : t('standingFor', { names: principals }),
      deputies === '' ? '' : t('awayWith', { names: deputies }),
    ].filter((part) => part !== '');
    return said.length === 0 ? t('nothing') : said.join(' ');
  };
}

function List(props: {
  readonly title: string;
  readonly empty: string;
  readonly rows: readonly Delegation[];
  readonly acts: Acts;
  readonly aside?: ReactNode;
}): ReactNode {
  const { title, empty, rows, acts, aside } = props;
  return (
    <Section title={title} aside={aside}>
      {rows.length === 0 ? (
        <p className="state-note">{empty}</p>
      ) : (
        <DelegationTable caption={title} rows={rows} acts={acts} />
      )}
    </Section>
  );
}

/** Those whom a superior answers for; nothing for everybody else. */
function OfUnit(props: {
  /** One's own posts, which are told of above. */
  readonly own: readonly PostChoice[];
  readonly onOpen: (open: Open) => void;
  /** Not while standing in for somebody: what was handed over is not handed on. */
  readonly mayGive: boolean;
}): ReactNode {
  const { t } = useTranslation('stand-in');
  const { own, onOpen, mayGive } = props;
  const { post } = useMe();
  const isSuperior = mayCall(post.role, 'standIn.ofUnit');
  const { data, error, refetch } = useQuery({ ...trpc.standIn.ofUnit.queryOptions(), enabled: isSuperior });
  if (!isSuperior) return null;
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={2} />;
  const isOther = ({ postId }: PostChoice): boolean => own.every((mine) => mine.postId !== postId);
  const others = data.posts.filter(isOther);
  const rows = data.rows.filter(({ principal }) => isOther(principal));
  const give = (
    <Button small onClick={() => onOpen({ what: 'give', posts: others, isForOthers: true })}>
      {t('giveFor')}
    </Button>
  );
  const onEnd: Acts['onEnd'] = mayGive
    ? (delegation) => onOpen({ what: 'end', delegation, isDeputy: false })
    : undefined;
  return (
    <List
      {...{ title: t('ofUnit'), empty: t('noneOfUnit'), rows, acts: { onEnd } }}
      aside={mayGive ? give : undefined}
    />
  );
}

function Lists({
  standIns,
  onOpen,
}: {
  readonly standIns: StandIns;
  readonly onOpen: (open: Open) => void;
}): ReactNode {
  const { t } = useTranslation('stand-in');
  const { use } = useSwitchPost();
  const { post } = useMe();
  const mayGive = post.standingIn === null;
  const end = (isDeputy: boolean): Acts['onEnd'] =>
    mayGive ? (delegation) => onOpen({ what: 'end', delegation, isDeputy }) : undefined;
  const give = (
    <Button look="solid" small onClick={() => onOpen({ what: 'give', posts: standIns.posts, isForOthers: false })}>
      {t('give')}
    </Button>
  );
  return (
    <>
      <List
        {...{ title: t('asPrincipal'), empty: t('noneAsPrincipal'), rows: standIns.asPrincipal }}
        acts={{ onEnd: end(false) }}
        aside={mayGive && standIns.posts.length > 0 ? give : undefined}
      />
      <List
        {...{ title: t('asDeputy'), empty: t('noneAsDeputy'), rows: standIns.asDeputy }}
        acts={{ onEnd: end(true), onUse: use }}
      />
      <OfUnit own={standIns.posts} onOpen={onOpen} mayGive={mayGive} />
    </>
  );
}

/** 委托代办: when one is away and who stands in, for whom one stands in, and who is away in one's unit. */
export default function StandInPage(): ReactNode {
  const { t } = useTranslation('stand-in');
  const { data, error, refetch } = useQuery(trpc.standIn.mine.queryOptions());
  const sentence = useSentence();
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={4} />;
  return (
    <>
      <Answer sentence={sentence(data)}>{t('second')}</Answer>
      <Lists standIns={data} onOpen={setOpen} />
      {open?.what === 'give' && <GiveDialog {...open} procedures={data.procedures} onClose={close} />}
      {open?.what === 'end' && <EndDialog {...open} onClose={close} />}
    </>
  );
}
