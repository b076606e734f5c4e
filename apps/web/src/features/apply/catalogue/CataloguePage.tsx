import { provinces } from '@lianban/domain/province';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../../app/api.ts';
import { useMe } from '../../../app/session.tsx';
import { Answer } from '../../../elements/Answer.tsx';
import { Section } from '../../../elements/Section.tsx';
import { Empty } from '../../../elements/states/Empty.tsx';
import { ErrorState } from '../../../elements/states/ErrorState.tsx';
import { Loading } from '../../../elements/states/Loading.tsx';
import { useText } from '../../../locales/index.ts';
import type { ItemView } from '../views.ts';
import { DraftStrip } from '../DraftStrip.tsx';
import { ItemCard } from './ItemCard.tsx';

const aims = ['renewal', 'change', 'issue'] as const satisfies readonly ItemView['kind'][];

const titles = { renewal: 'renewal', change: 'changeLicence', issue: 'issue' } as const;

function Items({ items }: { readonly items: readonly ItemView[] }): ReactNode {
  const { t } = useTranslation('apply');
  if (items.length === 0) return <Empty sentence={t('noItems')} />;
  return aims
    .map((aim) => ({ aim, of: items.filter(({ kind }) => kind === aim) }))
    .filter(({ of }) => of.length > 0)
    .map(({ aim, of }) => (
      <Section key={aim} title={t(titles[aim])} note={t('itemCount', { count: of.length })}>
        <ul className="apply-cards">
          {of.map((item) => (
            <ItemCard key={`${item.code} ${item.province}`} item={item} />
          ))}
        </ul>
      </Section>
    ));
}

/** Items by what one wants to do; a draft begun earlier comes first. */
export function CataloguePage(): ReactNode {
  const { t } = useTranslation('apply');
  const text = useText();
  const { post } = useMe();
  const items = useQuery(trpc.catalogue.items.queryOptions({}));
  const drafts = useQuery(trpc.application.drafts.queryOptions());
  const own = items.data?.filter(({ province }) => province === post.province);
  const sentence =
    own && own.length > 0
      ? t('choose', {
          province: text(provinces[post.province].name),
          all: own.length,
          promised: own.filter(({ byCommitment }) => byCommitment).length,
        })
      : t('chooseLoading');
  return (
    <>
      <Answer sentence={sentence}>{t('chooseNote')}</Answer>
      {drafts.data && <DraftStrip drafts={drafts.data} />}
      {items.isPending && <Loading />}
      {items.error && <ErrorState error={items.error} onRetry={() => void items.refetch()} />}
      {own && <Items items={own} />}
    </>
  );
}
